/**
 * Who hears of an event. Followers always do: whoever proposed, backed or pressed Follow, and, for a round, whoever voted in it.
 * Some events also concern people by what they are.
 */
export interface Audience {
  /** The kind that the event's subject is followed as; null where only roles are told. */
  readonly followedAs: 'proposal' | 'round' | 'project' | 'decision' | null;
  /** People with one of these roles today hear of it too. */
  readonly roles: readonly string[];
  /** Told only to the person whom the event's details name, who may have done it themselves. */
  readonly onlyWhoIsNamed?: boolean;
}

const partnership = ['member', 'chair', 'worker'] as const;

/** By event type. An event that is not here is told to nobody. */
export const audiences: Readonly<Record<string, Audience>> = {
  'proposal.submitted': { followedAs: null, roles: partnership },
  'proposal.changes_asked': { followedAs: 'proposal', roles: [] },
  'proposal.published': { followedAs: 'proposal', roles: [] },
  'proposal.commented': { followedAs: 'proposal', roles: [] },
  'proposal.checking': { followedAs: 'proposal', roles: [] },
  'proposal.ready': { followedAs: 'proposal', roles: [] },
  'proposal.declined': { followedAs: 'proposal', roles: [] },
  'round.announced': { followedAs: 'round', roles: partnership },
  'round.opened': { followedAs: 'round', roles: partnership },
  'round.closed': { followedAs: 'round', roles: ['scrutineer'] },
  'round.verified': { followedAs: null, roles: partnership },
  'round.vote_arrived': { followedAs: null, roles: [], onlyWhoIsNamed: true },
  'round.published': { followedAs: 'round', roles: partnership },
  'round.cancelled': { followedAs: 'round', roles: partnership },
  'meeting.papers_published': { followedAs: null, roles: partnership },
  'decision.published': { followedAs: 'decision', roles: [...partnership, 'liaison_officer', 'treasurer'] },
  'council.asked': { followedAs: null, roles: ['liaison_officer'] },
  'council.answered': { followedAs: 'decision', roles: partnership },
  'project.agreed': { followedAs: 'project', roles: ['treasurer'] },
  'project.updated': { followedAs: 'project', roles: [] },
  'payment.requested': { followedAs: null, roles: ['chair', 'treasurer'] },
  'payment.published': { followedAs: 'project', roles: [] },
};
