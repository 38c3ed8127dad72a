import { type CommitmentId, newId } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { readEntry, readPurse } from '@pursestrings/contracts/money';
import {
  approvePayment,
  correctPayment,
  matchPayment,
  publishPayment,
  readBooks,
  readPayment,
  recordDrawdown,
  refundPayment,
  refusePayment,
  requestPayment,
  sendPayment,
} from '@pursestrings/contracts/payments';
import { Promises } from '../../src/modules/projects/index.ts';
import { makeDecision } from '../make/decision.ts';
import { balanceOf, changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let purse: TestPurse;
let payee: string;
let commitmentId: CommitmentId;
let worker: TestPerson;
let treasurer: TestPerson;
let chair: TestPerson;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  place = await world.makePlace();
  purse = await makePurse(world, place, { awardPence: 20_000_00, bankPence: 10_000_00 });
  await world.admin(
    `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name, second_approval_above_pence, agreed_on)
     VALUES ($1, 1, 1, 3, 3, 'simple', false, 50000, '2021-04-01')`,
    [place.id],
  );
  worker = await world.makePerson(place, ['worker'], 'Amara Cole');
  treasurer = await world.makePerson(place, ['treasurer'], 'Colin Peet');
  chair = await world.makePerson(place, ['chair'], 'Denise Harker');
  payee = await makeRecipient(world, place);
  commitmentId = await promised(9_600_00, payee);
});

async function promised(amountPence: number, recipientId: string): Promise<CommitmentId> {
  const decision = await makeDecision(world, place, { amountPence, recipientId });
  const made = await changeIn(world, place, (tx) =>
    world.app
      .get(Promises)
      .promise(tx, {
        decisionId: decision.id,
        title: 'Community kitchen',
        recipientId,
        amountPence: pence(amountPence),
        fromAccountId: purse.unallocated,
        nature: 'revenue',
      }),
  );
  return granted(made).commitmentId;
}

const at = (number: number) => ({ place: place.slug, payment: String(number) });
const step = (endpoint: Endpoint, as: TestPerson, number: number, body: Record<string, unknown> = {}) =>
  world.ask(endpoint, { as, params: at(number), body });
async function asked(amountPence: number, as = worker, more: Record<string, unknown> = {}): Promise<number> {
  const answer = await world.ask(requestPayment, { as, body: { commitmentId, amountPence, purpose: 'Cooking for the opening', ...more } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.number;
}
const day = '2026-06-02';
const code = (problemCode: string) => ({ body: { problem: { code: problemCode } } });

test('a payment is asked for, agreed by two others, sent, seen at the bank, and published with its decision', async () => {
  const number = await asked(9_140_00);
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject(code('not-at-this-step'));
  expect(await step(approvePayment, treasurer, number)).toMatchObject({ body: { state: 'checked' } });
  expect(await step(approvePayment, chair, number)).toMatchObject({ body: { state: 'approved' } });
  expect(await world.ask(readPayment, { params: at(number) })).toMatchObject({ status: 404 });
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject({ body: { state: 'sent' } });
  expect((await world.ask(readPurse, { params: { place: place.slug } })).body.purse).toMatchObject({
    spentPence: 9_140_00,
    promisedPence: 460_00,
  });
  expect(await balanceOf(world, purse.bank)).toBe(860_00);

  expect(await step(publishPayment, worker, number, { publicPurpose: 'Cooking', namesNobody: true })).toMatchObject(
    code('not-at-this-step'),
  );
  expect(await step(matchPayment, treasurer, number, { statementDate: '2026-06-01', statementLine: '4' })).toMatchObject(
    code('not-yet-sent-then'),
  );
  expect(await step(matchPayment, treasurer, number, { statementDate: '2026-06-03', statementLine: '4' })).toMatchObject({
    body: { state: 'matched' },
  });
  expect(await world.ask(readPayment, { params: at(number) })).toMatchObject({ status: 404 });
  expect(await step(publishPayment, worker, number, { publicPurpose: 'Cooking', namesNobody: false })).toMatchObject(
    code('privacy-not-checked'),
  );
  expect(await step(publishPayment, worker, number, { publicPurpose: 'Cooking for the opening', namesNobody: true })).toMatchObject({
    status: 200,
  });

  const { payment, books } = (await world.ask(readPayment, { params: at(number) })).body;
  expect(books).toBeNull();
  expect(payment).toMatchObject({
    payee: 'Brindle Catering',
    amountPence: 9_140_00,
    approvals: 2,
    project: { title: 'Community kitchen' },
    decision: { votesFor: 7 },
    sentOn: day,
  });
  const { entry } = (await world.ask(readEntry, { params: { place: place.slug, seq: String(payment.entrySeq) } })).body;
  expect(entry).toMatchObject({ kind: 'paid', paymentNumber: number, transfers: [{ amountPence: 9_140_00 }, { amountPence: 9_140_00 }] });
});

test('M5: who asks does not approve, one other is enough up to the limit and two above it, each once', async () => {
  const small = await asked(500_00, treasurer);
  expect(await step(approvePayment, treasurer, small)).toMatchObject({ status: 403, ...code('asked-for-it-yourself') });
  expect(await step(approvePayment, chair, small)).toMatchObject({ body: { state: 'approved' } });
  const large = await asked(500_01);
  expect(await step(approvePayment, chair, large)).toMatchObject({ body: { state: 'checked' } });
  expect(await step(approvePayment, chair, large)).toMatchObject({ status: 409, ...code('approved-already') });
  expect(await step(approvePayment, worker, large)).toMatchObject({ status: 403 });
});

test('M5 in the database: a payment pushed to approved without its approvals is not posted, whatever the program says', async () => {
  const number = await asked(600_00);
  await step(approvePayment, chair, number);
  await world.admin(`UPDATE payment SET state = 'approved' WHERE neighbourhood_id = $1`, [place.id]);
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject(code('approvals-missing'));
  // An approval by the one who asked counts for nothing.
  await world.admin(
    `INSERT INTO payment_approval (neighbourhood_id, payment_id, person_id) SELECT neighbourhood_id, id, requested_by FROM payment WHERE neighbourhood_id = $1`,
    [place.id],
  );
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject(code('approvals-missing'));
  expect(await balanceOf(world, purse.bank)).toBe(10_000_00);
});

test('M5: the limit is frozen with the payment, and the program cannot lower it', async () => {
  const number = await asked(600_00);
  await world.admin(
    `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name, second_approval_above_pence, agreed_on)
     VALUES ($1, 2, 1, 3, 3, 'simple', false, 10000000, '2026-04-01')`,
    [place.id],
  );
  expect(await step(approvePayment, chair, number)).toMatchObject({ body: { state: 'checked' } });
  const forged = changeIn(world, treasurer, async (tx) => {
    await tx.query(`UPDATE payment SET approvals_needed = 0 WHERE neighbourhood_id = $1`, [place.id]);
    return { ok: true, value: undefined };
  });
  await expect(forged).rejects.toThrow('permission denied');
  const inAnotherName = changeIn(world, treasurer, async (tx) => {
    await tx.query(
      `INSERT INTO payment_approval (neighbourhood_id, payment_id, person_id) SELECT neighbourhood_id, id, $2 FROM payment WHERE neighbourhood_id = $1`,
      [place.id, worker.id],
    );
    return { ok: true, value: undefined };
  });
  await expect(inAnotherName).rejects.toThrow('row-level security');
});

test.each([
  ['on the register', async () => ({ motion: null, recipient: payee })],
  [
    'for an item about the payee',
    async () => ({ motion: (await makeDecision(world, place, { recipientId: payee })).motionId, recipient: null }),
  ],
] as const)('M5: nobody with a declared interest in the payee (%s) asks for, approves or lets through its payment', async (_, where) => {
  const declare = async (person: TestPerson) => {
    const { motion, recipient } = await where();
    await world.admin(
      `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, motion_id, recipient_id, kind, about, declared_on) VALUES ($1, $2, $3, $4, $5, 'indirect', 'My cousin', '2026-01-01')`,
      [place.id, newId(), person.id, motion, recipient],
    );
  };
  const number = await asked(100_00);
  await declare(chair);
  expect(await step(approvePayment, chair, number)).toMatchObject({ status: 403, ...code('has-an-interest') });
  expect(await step(approvePayment, treasurer, number)).toMatchObject({ body: { state: 'approved' } });
  // Declared after approving: the posting looks again.
  await declare(treasurer);
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject(code('approvals-missing'));
  await declare(worker);
  expect(await world.ask(requestPayment, { as: worker, body: { commitmentId, amountPence: 1, purpose: 'x' } })).toMatchObject({
    status: 403,
    ...code('has-an-interest'),
  });
});

test('M4: payments on a promise never exceed it, asked for at once or one by one, and go to the agreed payee alone', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      world.ask(requestPayment, { as: worker, body: { commitmentId, amountPence: 1_000_00, purpose: 'Part' } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(9);
  expect(new Set(answers.flatMap(({ body }) => body.number ?? [])).size).toBe(9);
  const other = await makeRecipient(world, place);
  const redirected = world.admin(`UPDATE payment SET payee_id = $2 WHERE neighbourhood_id = $1`, [place.id, other]);
  await expect(redirected).rejects.toThrow('payment_to_agreed_payee');
  // Past the program's own check, the database counts again.
  await world.admin(`UPDATE commitment SET amount_pence = 50000 WHERE neighbourhood_id = $1`, [place.id]);
  const number = answers.find(({ status }) => status === 200)?.body.number;
  await step(approvePayment, chair, number);
  await step(approvePayment, treasurer, number);
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject(code('payment-does-not-fit'));
});

test('L4: two hundred sendings of one payment at once pay once; a refused one leaves nothing half done', async () => {
  const number = await asked(400_00);
  await step(approvePayment, chair, number);
  const answers = await Promise.all(Array.from({ length: 200 }, () => step(sendPayment, treasurer, number, { sentOn: day })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await balanceOf(world, purse.bank)).toBe(9_600_00);
  await changeBank(-9_600_00);
  const second = await asked(100_00);
  await step(approvePayment, chair, second);
  expect(await step(sendPayment, treasurer, second, { sentOn: day })).toMatchObject(code('not-enough-money'));
  expect((await world.ask(readPayment, { as: chair, params: at(second) })).body.payment).toMatchObject({
    state: 'approved',
    entrySeq: null,
  });
}, 60_000);

async function changeBank(by: number): Promise<void> {
  await world.admin(`UPDATE ledger.account SET balance_pence = balance_pence + $2 WHERE neighbourhood_id = $1 AND kind = 'bank'`, [
    place.id,
    by,
  ]);
}

async function paid(amountPence: number): Promise<number> {
  const number = await asked(amountPence);
  await step(approvePayment, chair, number);
  await step(approvePayment, treasurer, number);
  expect(await step(sendPayment, treasurer, number, { sentOn: day })).toMatchObject({ status: 200 });
  return number;
}

test('money back returns to the promise and to the bank, never more than was paid', async () => {
  const number = await paid(9_140_00);
  const back = { happenedOn: '2026-06-20', reason: 'Two cooks were ill.' };
  expect(await step(refundPayment, treasurer, number, { ...back, amountPence: 9_140_01 })).toMatchObject(code('more-than-paid'));
  expect(await step(refundPayment, treasurer, number, { ...back, amountPence: 140_00 })).toMatchObject({ status: 200 });
  expect(await step(refundPayment, treasurer, number, { ...back, amountPence: 9_000_01 })).toMatchObject(code('more-than-paid'));
  expect((await world.ask(readPurse, { params: { place: place.slug } })).body.purse).toMatchObject({
    spentPence: 9_000_00,
    promisedPence: 600_00,
  });
  const { payment } = (await world.ask(readPayment, { as: treasurer, params: at(number) })).body;
  expect(payment).toMatchObject({ refundedPence: 140_00, refunds: [{ amountPence: 140_00, reason: 'Two cooks were ill.' }] });
  expect(await step(correctPayment, treasurer, number, { happenedOn: day, reason: 'Wrong theme' })).toMatchObject(code('not-at-this-step'));
});

test('P1, M8: a correction is a linked reversal with a reason; the payment and its entry stay to be seen', async () => {
  const number = await paid(480_00);
  await step(matchPayment, treasurer, number, { statementDate: day, statementLine: '9' });
  await step(publishPayment, worker, number, { publicPurpose: 'Paint', namesNobody: true });
  expect(await step(correctPayment, treasurer, number, { happenedOn: '2026-08-04', reason: 'It belongs to young people.' })).toMatchObject({
    body: { state: 'reversed' },
  });
  const { payment } = (await world.ask(readPayment, { params: at(number) })).body;
  expect(payment).toMatchObject({ state: 'reversed', correctionNote: 'It belongs to young people.' });
  const { entry } = (await world.ask(readEntry, { params: { place: place.slug, seq: String(payment.entrySeq) } })).body;
  expect(entry.reversedBy).toBe(entry.seq + 1);
  expect(await balanceOf(world, purse.bank)).toBe(10_000_00);
  // What was taken back can be asked for again.
  expect(await asked(9_600_00)).toBe(number + 1);
});

test('P2: people who are paid appear as an individual, batches of help as a count, and nobody by name', async () => {
  const person = await makeRecipient(world, place, 'individual');
  commitmentId = await promised(200_00, person);
  const number = await paid(150_00);
  await step(matchPayment, treasurer, number, { statementDate: day, statementLine: '1' });
  const naming = await step(publishPayment, worker, number, { publicPurpose: 'Tools for Mr Bloggs', namesNobody: true });
  expect(naming).toMatchObject({ status: 422, ...code('names-the-payee') });
  await step(publishPayment, worker, number, { publicPurpose: 'Tools for the garden', namesNobody: true });
  const page = await world.ask(readPayment, { params: at(number) });
  expect(page.body.payment.payee).toBe('an individual');
  expect(JSON.stringify(page.body)).not.toContain('Bloggs');

  commitmentId = await promised(4_560_00, await makeRecipient(world, place, 'household'));
  expect(
    await world.ask(requestPayment, { as: worker, body: { commitmentId, amountPence: 4_560_00, purpose: 'Winter help' } }),
  ).toMatchObject(code('count-needed'));
  const batch = await asked(4_560_00, worker, { peopleCount: 38 });
  expect((await world.ask(readPayment, { as: chair, params: at(batch) })).body.payment.payee).toBe('Community kitchen: 38 households');
});

test('a line of the statement matches one payment', async () => {
  const [first, second] = [await paid(10_00), await paid(20_00)];
  const seen = { statementDate: day, statementLine: '17 BRINDLE' };
  expect(await step(matchPayment, treasurer, first, seen)).toMatchObject({ status: 200 });
  expect(await step(matchPayment, treasurer, second, seen)).toMatchObject(code('line-matched-already'));
});

test('drawdowns stay within the award, also when they come at once', async () => {
  const draw = () => world.ask(recordDrawdown, { as: treasurer, body: { awardId: purse.awardId, amountPence: 4_000_00, receivedOn: day } });
  const answers = await Promise.all([draw(), draw(), draw(), draw()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
  expect(await balanceOf(world, purse.bank)).toBe(18_000_00);
});

test('the books show what is left of each promise, to those who keep them and to nobody else', async () => {
  const number = await asked(600_00);
  await step(refusePayment, chair, number, { reason: 'The invoice is for another group.' });
  await asked(100_00);
  const books = (await world.ask(readBooks, { as: treasurer })).body;
  expect(books.commitments).toMatchObject([
    { projectTitle: 'Community kitchen', payeeName: 'Brindle Catering', amountPence: 9_600_00, leftPence: 9_500_00 },
  ]);
  expect(books.payments.map(({ state }: { state: string }) => state)).toEqual(['requested', 'refused']);
  expect(books.awards).toMatchObject([{ drawnPence: 10_000_00, bankPence: 10_000_00 }]);
  const resident = await world.makePerson(place, ['verified_resident']);
  expect(await world.ask(readBooks, { as: resident })).toMatchObject({ status: 403 });
  expect(await world.ask(readBooks, { params: { place: place.slug } })).toMatchObject({ status: 401 });
});
