import { randomUUID } from 'node:crypto';
import { newId, type ProposalId } from '@pursestrings/basics/ids';
import { announceRound, type BallotLimits, type BallotType, prepareRound } from '@pursestrings/contracts/rounds';
import pg from 'pg';
import type { TestPerson, TestPlace, WorldFromOutside } from './world.ts';

/** A round made for a test. */
export interface TestRound {
  readonly id: string;
  readonly slug: string;
  readonly place: TestPlace;
  readonly params: { readonly place: string; readonly round: string };
}

export interface RoundWish {
  readonly chair: TestPerson;
  readonly potPence?: number;
  /** Pence; a proposal each. */
  readonly costs?: readonly number[];
  readonly ballotType?: BallotType;
  readonly limits?: Partial<BallotLimits>;
}

/** A ready proposal by this person. */
export async function makeReadyProposal(
  world: WorldFromOutside,
  author: TestPerson,
  { title, costPence }: { title: string; costPence: number },
): Promise<{ id: ProposalId; slug: string }> {
  const id = newId<'proposal'>();
  const slug = `proposal-${randomUUID().slice(0, 8)}`;
  await world.admin(
    `INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, what, cost_pence, state) VALUES ($1, $2, $3, $4, $5, 'What it is.', $6, 'ready')`,
    [author.place.id, id, slug, author.id, title, costPence],
  );
  return { id, slug };
}

/** A draft through the API, opening in an hour and closing in nine days by the UK clock. */
export async function makeDraft(world: WorldFromOutside, wish: RoundWish): Promise<TestRound> {
  const costs = wish.costs ?? [960_000, 1_480_000, 620_000];
  const proposals: string[] = [];
  for (const [at, costPence] of costs.entries()) {
    proposals.push((await makeReadyProposal(world, wish.chair, { title: `Proposal ${at + 1}`, costPence })).slug);
  }
  const opens = world.clock.now().add({ hours: 30 }).toZonedDateTimeISO('Europe/London');
  const answer = await world.ask(prepareRound, {
    as: wish.chair,
    body: {
      title: 'Spring vote',
      question: 'Which of these should the purse pay for?',
      potPence: wish.potPence ?? 3_000_000,
      ballotType: wish.ballotType ?? 'approval',
      ...(wish.limits ? { limits: wish.limits } : {}),
      opensOn: opens.toPlainDate().toString(),
      opensTime: '09:00',
      closesOn: opens.add({ days: 9 }).toPlainDate().toString(),
      closesTime: '17:00',
      proposals,
    },
  });
  if (answer.status !== 200) throw new Error(`The draft was refused: ${JSON.stringify(answer.body)}`);
  const slug: string = answer.body.slug;
  const [row] = await world.admin<{ id: string }>('SELECT id FROM round WHERE slug = $1', [slug]);
  return { id: row?.id ?? '', slug, place: wish.chair.place, params: { place: wish.chair.place.slug, round: slug } };
}

/** A round that is announced. */
export async function makeAnnounced(world: WorldFromOutside, wish: RoundWish): Promise<TestRound> {
  const round = await makeDraft(world, wish);
  const answer = await world.ask(announceRound, { as: wish.chair, params: round.params });
  if (answer.status !== 200) throw new Error(`The announcement was refused: ${JSON.stringify(answer.body)}`);
  return round;
}

/** Moves a round's dates behind the triggers' back: seconds from now, below zero for the past. */
export async function moveDates(
  world: WorldFromOutside,
  round: TestRound,
  { opensIn, closesIn }: { opensIn: number; closesIn: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: world.db.adminUrl });
  await client.connect();
  await client.query(`SET session_replication_role = replica`);
  await client.query(
    `UPDATE round SET opens_at = clock_timestamp() + make_interval(secs => $2), closes_at = clock_timestamp() + make_interval(secs => $3) WHERE id = $1`,
    [round.id, opensIn, closesIn],
  );
  await client.end();
}

/** A round that takes ballots now, for an hour. */
export async function makeOpen(world: WorldFromOutside, wish: RoundWish): Promise<TestRound> {
  const round = await makeAnnounced(world, wish);
  await moveDates(world, round, { opensIn: -1, closesIn: 3_600 });
  return round;
}
