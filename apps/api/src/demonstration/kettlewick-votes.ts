import type { ProposalId, RoundId } from '@pursestrings/basics/ids';
import { autumnIdeas, type Idea, springBallots, springIdeas } from './kettlewick-ideas.ts';
import { done, pounds, type Story } from './story.ts';
import { addProposal, announce, holdVote, ticks } from './votes.ts';

/** What of the spring vote the rest of the story needs. */
export interface Spring {
  readonly roundId: RoundId;
  readonly proposals: Readonly<Record<string, ProposalId>>;
}

/** The spring vote: 412 ballots over seven proposals, counted and checked. */
export async function tellSpringVote(story: Story): Promise<Spring> {
  const proposals: Record<string, ProposalId> = {};
  for (const idea of springIdeas) proposals[idea.key] = await propose(story, idea, { on: '2026-01-12', state: 'ready' });
  const places = new Map(springIdeas.map(({ key }, at) => [key, at]));
  const ballots = springBallots.flatMap(([times, ...keys]) =>
    Array.from({ length: times }, () =>
      ticks(
        springIdeas.length,
        keys.map((key) => places.get(key) ?? 0),
      ),
    ),
  );
  const roundId = await holdVote(story.tx, story.services, {
    round: {
      title: 'Spring vote',
      question: 'What should we do with £30,000?',
      potPence: pounds(30_000),
      opensAt: story.days.at('2026-03-06', '09:00'),
      closesAt: story.days.at('2026-03-20', '17:00'),
      retold: true,
      projects: springIdeas.map((idea) => ({
        proposalId: proposals[idea.key] ?? null,
        title: idea.title,
        summary: idea.what,
        cost: pounds(idea.cost),
      })),
    },
    ballots,
    checkers: [story.personId('priti'), story.personId('len')],
    checkedAt: story.days.at('2026-03-24', '18:00'),
  });
  return { roundId, proposals };
}

/** The vote that is open now, with money set aside for it. Returns the account that its pot lies in. */
export async function tellAutumnVote(story: Story): Promise<void> {
  const proposals = new Map<string, ProposalId>();
  for (const idea of autumnIdeas) proposals.set(idea.key, await propose(story, idea, { on: '2026-10-05', state: 'ready' }));
  const { tx, services, days, awardId } = story;
  const decisionId = await story.decide({
    on: '2026-10-13',
    title: 'An autumn vote',
    kind: 'round',
    pounds: 40_000,
    votes: [8, 0, 0],
    reasons: 'Nine proposals are ready and they cost more than we want to spend at once. So everybody chooses.',
    summary: 'Everyone of 11 and over can vote, for three weeks.',
  });
  const aside = done(
    await services.setsAside.setAside(tx, {
      awardId,
      purpose: 'round',
      name: 'Autumn vote',
      amountPence: pounds(40_000),
      happenedOn: days.day('2026-10-13'),
      decisionId,
      memo: 'For the autumn vote',
    }),
  );
  const roundId = await announce(tx, services, {
    title: 'Autumn vote',
    question: 'What should we do with £40,000?',
    potPence: pounds(40_000),
    opensAt: days.at('2026-11-20', '09:00'),
    closesAt: days.at('2026-12-11', '17:00'),
    retold: false,
    fromAccountId: aside.accountId,
    projects: autumnIdeas.map((idea) => ({
      proposalId: proposals.get(idea.key) ?? null,
      title: idea.title,
      summary: idea.what,
      cost: pounds(idea.cost),
    })),
  });
  const voters = await tx.query<{ id: string }>(`SELECT person_id AS id FROM residency_check WHERE neighbourhood_id = $1`, [
    tx.actor.neighbourhoodId,
  ]);
  await services.openRound.within(
    tx,
    roundId,
    voters.map((voter) => voter.id),
  );
}

async function propose(story: Story, idea: Idea, { on, state }: { readonly on: string; readonly state: string }): Promise<ProposalId> {
  const id = await addProposal(story.tx, {
    title: idea.title,
    what: idea.what,
    why: idea.why,
    who: 'People from here, with the hub’s help.',
    where: 'Kettlewick',
    cost: pounds(idea.cost),
    authorId: story.personId(idea.by),
    state,
    submittedAt: story.days.at(on, '10:00'),
    publishedAt: story.days.at(on, '18:00'),
  });
  // A few neighbours back each: the dearer it is, the more had something to say for it.
  const backers = ['shanice', 'halina', 'mo', 'bev', 'priti', 'kev', 'grace']
    .filter((key) => key !== idea.by)
    .slice(0, 2 + (Math.floor(idea.cost / 1_000) % 5));
  for (const key of backers) {
    await story.tx.query(`INSERT INTO proposal_support (neighbourhood_id, proposal_id, person_id) VALUES ($1, $2, $3)`, [
      story.tx.actor.neighbourhoodId,
      id,
      story.personId(key),
    ]);
  }
  return id;
}
