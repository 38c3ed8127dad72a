import type { CommitmentId } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { approvePayment, requestPayment, sendPayment } from '@pursestrings/contracts/payments';
import { Promises } from '../../src/modules/projects/index.ts';
import { makeDecision } from './decision.ts';
import { changeIn, granted, makePurse, makeRecipient, type TestPurse } from './money.ts';
import type { TestAnswer, TestPerson, TestPlace, World } from './world.ts';

/** A place whose books are open: a purse, a promise of £9,600 for a kitchen, and the three people who pay from it. Above £500 two approve. */
export interface Books {
  readonly place: TestPlace;
  readonly purse: TestPurse;
  /** Who the promise is to. */
  readonly payee: string;
  readonly commitmentId: CommitmentId;
  readonly worker: TestPerson;
  readonly treasurer: TestPerson;
  readonly chair: TestPerson;
}

/** The day on which payments of tests are sent. */
export const dayOfPaying = '2026-06-02';

/** Opens the books of a new place. */
export async function makeBooks(world: World): Promise<Books> {
  const place = await world.makePlace();
  const purse = await makePurse(world, place, { awardPence: 20_000_00, bankPence: 10_000_00 });
  await setLimit(world, place, { version: 1, limitPence: 500_00 });
  const payee = await makeRecipient(world, place);
  return {
    place,
    purse,
    payee,
    commitmentId: await makePromise(world, purse, { amountPence: 9_600_00, recipientId: payee }),
    worker: await world.makePerson(place, ['worker'], 'Amara Cole'),
    treasurer: await world.makePerson(place, ['treasurer'], 'Colin Peet'),
    chair: await world.makePerson(place, ['chair'], 'Denise Harker'),
  };
}

/** Agrees new rules, above whose limit two people approve. */
export async function setLimit(world: World, place: TestPlace, rules: { version: number; limitPence: number }): Promise<void> {
  await world.admin(
    `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name, second_approval_above_pence, agreed_on)
     VALUES ($1, $2, 1, 3, 3, 'simple', false, $3, '2021-04-01')`,
    [place.id, rules.version, rules.limitPence],
  );
}

/** A promise to a recipient, with its decision. */
export async function makePromise(
  world: World,
  purse: TestPurse,
  sum: { amountPence: number; recipientId: string },
): Promise<CommitmentId> {
  const decision = await makeDecision(world, purse.place, sum);
  const made = await changeIn(world, purse.place, (tx) =>
    world.app.get(Promises).promise(tx, {
      decisionId: decision.id,
      title: 'Community kitchen',
      recipientId: sum.recipientId,
      amountPence: pence(sum.amountPence),
      fromAccountId: purse.unallocated,
      nature: 'revenue',
    }),
  );
  return granted(made).commitmentId;
}

/** Takes a step of the payment with this number. */
export function takeStep(
  world: World,
  endpoint: Endpoint,
  step: { as: TestPerson; number: number; body?: Record<string, unknown> },
): Promise<TestAnswer> {
  return world.ask(endpoint, { as: step.as, params: { place: step.as.place.slug, payment: String(step.number) }, body: step.body ?? {} });
}

/** Asks for a payment and returns its number. */
export async function askFor(
  world: World,
  as: TestPerson,
  body: { commitmentId: string; amountPence: number; peopleCount?: number },
): Promise<number> {
  const answer = await world.ask(requestPayment, { as, body: { purpose: 'Cooking for the opening', ...body } });
  if (answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer.body)}`);
  return answer.body.number;
}

/** Asks for a payment, has both others agree, and sends it. Returns its number. */
export async function payOut(
  world: World,
  books: Books,
  body: { amountPence: number; commitmentId?: string; peopleCount?: number },
): Promise<number> {
  const number = await askFor(world, books.worker, { commitmentId: books.commitmentId, ...body });
  for (const as of [books.chair, books.treasurer]) await takeStep(world, approvePayment, { as, number });
  const sent = await takeStep(world, sendPayment, { as: books.treasurer, number, body: { sentOn: dayOfPaying } });
  if (sent.status !== 200) throw new Error(`Refused: ${JSON.stringify(sent.body)}`);
  return number;
}
