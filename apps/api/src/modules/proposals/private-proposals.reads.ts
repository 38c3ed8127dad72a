import { Inject, Injectable } from '@nestjs/common';
import { ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listIdeas } from '@pursestrings/contracts/ideas';
import { type listToLookAt, type readToLookAt } from '@pursestrings/contracts/look';
import { type listMyProposals, lookedAtWithinDays, type readMyProposal } from '@pursestrings/contracts/proposals';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { hasDeclaredInterest } from './move-proposal.ts';
import { ProposalEntity } from './proposal.entity.ts';
import { canWithdraw, missingAnswers, type ProposalState, privateStates, stageOf } from './proposal.rules.ts';
import { answersOf } from './write-proposal.ts';

type Draft = ResponseOf<typeof readMyProposal>['proposal'];
type ToLookAt = ResponseOf<typeof readToLookAt>['proposal'];
type IdeasPage = ResponseOf<typeof listIdeas>;
type LookList = ResponseOf<typeof listToLookAt>;
type MyList = ResponseOf<typeof listMyProposals>['proposals'];

const ideasOnAPage = 30;

/** What only an author, or only the partnership, sees of proposals and ideas. */
@Injectable()
export class PrivateProposalsReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async mine(actor: Actor): Promise<MyList> {
    const rows = await this.transactions.read(actor, (tx) =>
      tx.query<Omit<MyList[number], 'stage' | 'state'> & { state: ProposalState }>(
        `SELECT id, title, state, CASE WHEN state = ANY($3) THEN NULL ELSE slug END AS slug, reason FROM proposal
         WHERE neighbourhood_id = $1 AND author_id = $2 ORDER BY id DESC LIMIT 100`,
        [actor.neighbourhoodId, actor.personId, privateStates],
      ),
    );
    return rows.map((row) => ({ ...row, stage: stageOf(row.state) }));
  }

  /** One of their own, as it stands in the form; null when it is not theirs. */
  async own(actor: Actor, id: string): Promise<Draft | null> {
    const proposal = await this.transactions.read(actor, (tx) =>
      tx.manager
        .getRepository(ProposalEntity)
        .findOneBy({ neighbourhoodId: actor.neighbourhoodId ?? '', id, authorId: actor.personId ?? '' }),
    );
    return proposal ? draftOf(proposal) : null;
  }

  /** What waits for the partnership: proposals sent or being checked, oldest first, and words held. */
  async toLookAt(actor: Actor): Promise<LookList> {
    return await this.transactions.read(actor, async (tx) => ({
      proposals: await tx.query<LookList['proposals'][number]>(
        `SELECT id, title, left(what, 280) AS what, state, cost_pence AS "costPence", (submitted_at AT TIME ZONE 'Europe/London')::date + $2::int AS "lookAtBy"
         FROM proposal WHERE neighbourhood_id = $1 AND state IN ('submitted', 'in_discussion', 'checking')
         ORDER BY state = 'submitted' DESC, submitted_at, id LIMIT 200`,
        [actor.neighbourhoodId, lookedAtWithinDays],
      ),
      comments: await tx.query<LookList['comments'][number]>(
        `SELECT c.id, c.words, p.title AS "proposalTitle", w.name AS by FROM proposal_comment c
           JOIN proposal p ON p.neighbourhood_id = c.neighbourhood_id AND p.id = c.proposal_id
           JOIN person w ON w.neighbourhood_id = c.neighbourhood_id AND w.id = c.person_id
         WHERE c.neighbourhood_id = $1 AND c.held ORDER BY c.created_at LIMIT 200`,
        [actor.neighbourhoodId],
      ),
    }));
  }

  /** One proposal as the partnership sees it, and why whoever asks may not move it; null when there is none. */
  async oneToLookAt(actor: Actor, id: string): Promise<ToLookAt | null> {
    return await this.transactions.read(actor, async (tx) => {
      const row = await tx.one<Omit<ToLookAt, 'notYouBecause' | 'stage' | 'state'> & { state: ProposalState; authorId: string }>(
        `SELECT p.id, p.title, p.what, p.why, p.who, p.where_it_is AS "where", p.cost_pence AS "costPence", p.state, p.reason, a.name AS by,
           p.author_id AS "authorId", CASE WHEN p.state = ANY($3) THEN NULL ELSE p.slug END AS slug
         FROM proposal p JOIN person a ON a.neighbourhood_id = p.neighbourhood_id AND a.id = p.author_id
         WHERE p.neighbourhood_id = $1 AND p.id = $2 AND p.state <> 'draft'`,
        [actor.neighbourhoodId, id, privateStates],
      );
      if (!row) return null;
      const { authorId, ...proposal } = row;
      const interest = actor.personId !== null && (await hasDeclaredInterest(tx, actor.personId, id));
      return { ...proposal, stage: stageOf(row.state), notYouBecause: whyNotYou(actor, authorId, interest) };
    });
  }

  async ideas(actor: Actor, page: number): Promise<IdeasPage> {
    const rows = await this.transactions.read(actor, (tx) =>
      tx.query<IdeasPage['ideas'][number]>(
        `SELECT id, words, state, (created_at AT TIME ZONE 'Europe/London')::date AS "on" FROM idea WHERE neighbourhood_id = $1 AND state <> 'removed'
         ORDER BY state = 'held' DESC, id DESC LIMIT $2 OFFSET $3`,
        [actor.neighbourhoodId, ideasOnAPage + 1, (page - 1) * ideasOnAPage],
      ),
    );
    return { ideas: rows.slice(0, ideasOnAPage), more: rows.length > ideasOnAPage };
  }
}

const namedInForm = ['draft', 'changes_asked', 'submitted', 'withdrawn'] as const;

/** A proposal as its author's form shows it. */
export function draftOf(proposal: ProposalEntity): Draft {
  const answers = answersOf(proposal);
  return {
    id: proposal.id,
    state: namedInForm.find((state) => state === proposal.state) ?? 'other',
    mayWithdraw: canWithdraw(proposal.state),
    reason: proposal.reason,
    answers,
    missing: missingAnswers(answers),
    slug: privateStates.includes(proposal.state) ? null : proposal.slug,
    lookedAtBy: proposal.submittedAt === null ? null : ukDay(proposal.submittedAt).add({ days: lookedAtWithinDays }).toString(),
  };
}

function whyNotYou(actor: Actor, authorId: string, interest: boolean): ToLookAt['notYouBecause'] {
  if (!actor.roles.has('member') && !actor.roles.has('chair')) return 'only-prepares';
  if (actor.personId === authorId) return 'own-proposal';
  return interest ? 'declared-interest' : null;
}
