import { grantRole } from '@pursestrings/contracts/joining';
import { readMyAccount } from '@pursestrings/contracts/people';
import { makeDecision } from '../make/decision.ts';
import { makeAnnounced } from '../make/round.ts';
import type { Stage } from './stage.ts';

/** Makes a thing in a stage's place and answers what its routes are called with. */
export type MakeThing = (stage: Stage) => Promise<string>;

async function proposal(stage: Stage, state: string): Promise<{ id: string; slug: string }> {
  const slug = `lights-${crypto.randomUUID().slice(0, 8)}`;
  const author = await stage.person('verified_resident');
  const id = await stage.row('proposal', {
    slug,
    author_id: author.id,
    title: 'Path lights',
    what: 'Lights',
    why: 'Dark',
    who: 'Us',
    state,
    cost_pence: 620_000,
  });
  return { id, slug };
}

async function meeting(stage: Stage): Promise<{ id: string; slug: string }> {
  const slug = `june-${crypto.randomUUID().slice(0, 8)}`;
  const id = await stage.row('meeting', {
    slug,
    title: 'June meeting',
    starts_at: '2026-06-09T18:00:00Z',
    place_words: 'The hub',
    state: 'planned',
  });
  return { id, slug };
}

async function decision(stage: Stage, state: 'recorded' | 'published', column: 'id' | 'slug'): Promise<string> {
  const { id } = await makeDecision(stage.world, stage.place, { state, kind: 'other', amountPence: null });
  const [row] = await stage.world.admin<{ slug: string }>('SELECT slug FROM decision WHERE id = $1', [id]);
  return column === 'id' ? id : (row?.slug ?? '');
}

/**
 * One line for each kind of thing that routes name, by the part of the address before the parameter: for
 * '/places/:place/roles/:role/end' that is 'roles'.
 */
export const things: Readonly<Record<string, MakeThing>> = {
  accounts: async (stage) => (await stage.money()).unallocated,
  'comments-to-look-at': async (stage) => {
    const about = await proposal(stage, 'in_discussion');
    return await stage.row('proposal_comment', {
      proposal_id: about.id,
      person_id: (await stage.person('resident')).id,
      words: 'Yes please',
      held: true,
    });
  },
  'council-questions': (stage) => stage.row('council_question', { words: 'When?', asked_on: '2026-06-01', due_on: '2026-06-29' }),
  'decision-drafts': (stage) => decision(stage, 'recorded', 'id'),
  decisions: (stage) => decision(stage, 'published', 'slug'),
  entries: async (stage) => {
    await stage.money();
    return '1';
  },
  'ideas-to-read': (stage) => stage.row('idea', { words: 'A bench' }),
  interests: async (stage) => {
    const member = await stage.person('member');
    return await stage.row('interest_declaration', { person_id: member.id, kind: 'direct', about: 'My shop', declared_on: '2026-06-01' });
  },
  'letters-off': async (stage) => (await stage.person('resident')).id,
  meetings: async (stage) => (await meeting(stage)).slug,
  members: async (stage) =>
    await stage.row('partnership_member', { person_id: (await stage.person('member')).id, is_resident: true, starts_on: '2024-01-01' }),
  motions: async (stage) => {
    const at = await meeting(stage);
    return await stage.row('motion', { meeting_id: at.id, position: 1, title: 'Path lights', words: 'Light the path', kind: 'other' });
  },
  'my-proposals': async (stage) => (await proposal(stage, 'draft')).id,
  payments: (stage) => stage.payment(),
  people: (stage) => stage.row('person', { name: 'Kit' }),
  projects: async (stage) => (await stage.promise()).projectSlug,
  proposals: async (stage) => (await proposal(stage, 'in_discussion')).slug,
  receipts: async () => 'AAAA-BBBB-CCCC',
  roles: async (stage) => {
    // Somebody who plays no other part: ending the role ends their sessions.
    const person = (await stage.world.makePerson(stage.place)).id;
    const body = { person, kind: 'helper', startsOn: '2026-01-01', minute: 'Item 3' };
    return (await stage.world.ask(grantRole, { as: await stage.person('chair'), body })).body.role;
  },
  rounds: async (stage) => (await makeAnnounced(stage.world, { chair: await stage.person('chair') })).slug,
  sessions: async (stage) => {
    const owner = await stage.person('helper');
    return (await stage.world.ask(readMyAccount, { as: owner })).body.sessions[0].id;
  },
  'to-look-at': async (stage) => (await proposal(stage, 'submitted')).id,
};
