import { newId } from '@pursestrings/basics/ids';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { approvePayment, readPayment, requestPayment, sendPayment } from '@pursestrings/contracts/payments';
import { askFor, type Books, dayOfPaying, makeBooks, setLimit, takeStep } from '../make/books.ts';
import { makeDecision } from '../make/decision.ts';
import { balanceOf, changeIn, makeRecipient } from '../make/money.ts';
import { makeWorld, type TestPerson, type World } from '../make/world.ts';

let world: World;
let books: Books;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  books = await makeBooks(world);
});

const at = (number: number) => ({ place: books.place.slug, payment: String(number) });
const step = (endpoint: Endpoint, as: TestPerson, number: number, body: Record<string, unknown> = {}) =>
  takeStep(world, endpoint, { as, number, body });
const asked = (amountPence: number, as = books.worker) => askFor(world, as, { commitmentId: books.commitmentId, amountPence });
const day = dayOfPaying;
const code = (problemCode: string) => ({ body: { problem: { code: problemCode } } });

test('M5: who asks does not approve, one other is enough up to the limit and two above it, each once', async () => {
  const small = await asked(500_00, books.treasurer);
  expect(await step(approvePayment, books.treasurer, small)).toMatchObject({ status: 403, ...code('asked-for-it-yourself') });
  expect(await step(approvePayment, books.chair, small)).toMatchObject({ body: { state: 'approved' } });
  const large = await asked(500_01);
  expect(await step(approvePayment, books.chair, large)).toMatchObject({ body: { state: 'checked' } });
  expect(await step(approvePayment, books.chair, large)).toMatchObject({ status: 409, ...code('approved-already') });
  expect(await step(approvePayment, books.worker, large)).toMatchObject({ status: 403 });
});

test('M5 in the database: a payment pushed to approved without its approvals is not posted, whatever the program says', async () => {
  const number = await asked(600_00);
  await step(approvePayment, books.chair, number);
  await world.admin(`UPDATE payment SET state = 'approved' WHERE neighbourhood_id = $1`, [books.place.id]);
  expect(await step(sendPayment, books.treasurer, number, { sentOn: day })).toMatchObject(code('approvals-missing'));
  // An approval by the one who asked counts for nothing.
  await world.admin(
    `INSERT INTO payment_approval (neighbourhood_id, payment_id, person_id) SELECT neighbourhood_id, id, requested_by FROM payment WHERE neighbourhood_id = $1`,
    [books.place.id],
  );
  expect(await step(sendPayment, books.treasurer, number, { sentOn: day })).toMatchObject(code('approvals-missing'));
  expect(await balanceOf(world, books.purse.bank)).toBe(10_000_00);
});

test('M5: the limit is frozen with the payment, and the program cannot lower it', async () => {
  const number = await asked(600_00);
  await setLimit(world, books.place, { version: 2, limitPence: 100_000_00 });
  expect(await step(approvePayment, books.chair, number)).toMatchObject({ body: { state: 'checked' } });
  const forged = changeIn(world, books.treasurer, async (tx) => {
    await tx.query(`UPDATE payment SET approvals_needed = 0 WHERE neighbourhood_id = $1`, [books.place.id]);
    return { ok: true, value: undefined };
  });
  await expect(forged).rejects.toThrow('permission denied');
  const inAnotherName = changeIn(world, books.treasurer, async (tx) => {
    await tx.query(
      `INSERT INTO payment_approval (neighbourhood_id, payment_id, person_id) SELECT neighbourhood_id, id, $2 FROM payment WHERE neighbourhood_id = $1`,
      [books.place.id, books.worker.id],
    );
    return { ok: true, value: undefined };
  });
  await expect(inAnotherName).rejects.toThrow('row-level security');
});

test.each([
  ['on the register', async () => ({ motion: null, recipient: books.payee })],
  [
    'for an item about the payee',
    async () => ({ motion: (await makeDecision(world, books.place, { recipientId: books.payee })).motionId, recipient: null }),
  ],
] as const)('M5: nobody with a declared interest in the payee (%s) asks for, approves or lets through its payment', async (_, where) => {
  const declare = async (person: TestPerson) => {
    const { motion, recipient } = await where();
    await world.admin(
      `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, motion_id, recipient_id, kind, about, declared_on) VALUES ($1, $2, $3, $4, $5, 'indirect', 'My cousin', '2026-01-01')`,
      [books.place.id, newId(), person.id, motion, recipient],
    );
  };
  const number = await asked(100_00);
  await declare(books.chair);
  expect(await step(approvePayment, books.chair, number)).toMatchObject({ status: 403, ...code('has-an-interest') });
  expect(await step(approvePayment, books.treasurer, number)).toMatchObject({ body: { state: 'approved' } });
  // Declared after approving: the posting looks again.
  await declare(books.treasurer);
  expect(await step(sendPayment, books.treasurer, number, { sentOn: day })).toMatchObject(code('approvals-missing'));
  await declare(books.worker);
  expect(
    await world.ask(requestPayment, { as: books.worker, body: { commitmentId: books.commitmentId, amountPence: 1, purpose: 'x' } }),
  ).toMatchObject({
    status: 403,
    ...code('has-an-interest'),
  });
});

test('M4: payments on a promise never exceed it, asked for at once or one by one, and go to the agreed payee alone', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      world.ask(requestPayment, { as: books.worker, body: { commitmentId: books.commitmentId, amountPence: 1_000_00, purpose: 'Part' } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(9);
  expect(new Set(answers.flatMap(({ body }) => body.number ?? [])).size).toBe(9);
  const other = await makeRecipient(world, books.place);
  const redirected = world.admin(`UPDATE payment SET payee_id = $2 WHERE neighbourhood_id = $1`, [books.place.id, other]);
  await expect(redirected).rejects.toThrow('payment_to_agreed_payee');
  // Past the program's own check, the database counts again.
  await world.admin(`UPDATE commitment SET amount_pence = 50000 WHERE neighbourhood_id = $1`, [books.place.id]);
  const number = answers.find(({ status }) => status === 200)?.body.number;
  await step(approvePayment, books.chair, number);
  await step(approvePayment, books.treasurer, number);
  expect(await step(sendPayment, books.treasurer, number, { sentOn: day })).toMatchObject(code('payment-does-not-fit'));
});

test('L4: two hundred sendings of one payment at once pay once; a refused one leaves nothing half done', async () => {
  const number = await asked(400_00);
  await step(approvePayment, books.chair, number);
  const answers = await Promise.all(Array.from({ length: 200 }, () => step(sendPayment, books.treasurer, number, { sentOn: day })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await balanceOf(world, books.purse.bank)).toBe(9_600_00);
  await changeBank(-9_600_00);
  const second = await asked(100_00);
  await step(approvePayment, books.chair, second);
  expect(await step(sendPayment, books.treasurer, second, { sentOn: day })).toMatchObject(code('not-enough-money'));
  expect((await world.ask(readPayment, { as: books.chair, params: at(second) })).body.payment).toMatchObject({
    state: 'approved',
    entrySeq: null,
  });
}, 60_000);

async function changeBank(by: number): Promise<void> {
  await world.admin(`UPDATE ledger.account SET balance_pence = balance_pence + $2 WHERE neighbourhood_id = $1 AND kind = 'bank'`, [
    books.place.id,
    by,
  ]);
}
