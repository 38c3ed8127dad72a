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
import { askFor, type Books, dayOfPaying, makeBooks, makePromise, payOut, takeStep } from '../make/books.ts';
import { balanceOf, makeRecipient } from '../make/money.ts';
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
const paid = (amountPence: number) => payOut(world, books, { amountPence });
const day = dayOfPaying;
const code = (problemCode: string) => ({ body: { problem: { code: problemCode } } });

test('a payment is asked for, agreed by two others, sent, seen at the bank, and published with its decision', async () => {
  const number = await asked(9_140_00);
  expect(await step(sendPayment, books.treasurer, number, { sentOn: day })).toMatchObject(code('not-at-this-step'));
  expect(await step(approvePayment, books.treasurer, number)).toMatchObject({ body: { state: 'checked' } });
  expect(await step(approvePayment, books.chair, number)).toMatchObject({ body: { state: 'approved' } });
  expect(await world.ask(readPayment, { params: at(number) })).toMatchObject({ status: 404 });
  expect(await step(sendPayment, books.treasurer, number, { sentOn: day })).toMatchObject({ body: { state: 'sent' } });
  expect((await world.ask(readPurse, { params: { place: books.place.slug } })).body.purse).toMatchObject({
    spentPence: 9_140_00,
    promisedPence: 460_00,
  });
  expect(await balanceOf(world, books.purse.bank)).toBe(860_00);

  expect(await step(publishPayment, books.worker, number, { publicPurpose: 'Cooking', namesNobody: true })).toMatchObject(
    code('not-at-this-step'),
  );
  expect(await step(matchPayment, books.treasurer, number, { statementDate: '2026-06-01', statementLine: '4' })).toMatchObject(
    code('not-yet-sent-then'),
  );
  expect(await step(matchPayment, books.treasurer, number, { statementDate: '2026-06-03', statementLine: '4' })).toMatchObject({
    body: { state: 'matched' },
  });
  expect(await world.ask(readPayment, { params: at(number) })).toMatchObject({ status: 404 });
  expect(await step(publishPayment, books.worker, number, { publicPurpose: 'Cooking', namesNobody: false })).toMatchObject(
    code('privacy-not-checked'),
  );
  expect(await step(publishPayment, books.worker, number, { publicPurpose: 'Cooking for the opening', namesNobody: true })).toMatchObject({
    status: 200,
  });

  const { payment, books: forOfficials } = (await world.ask(readPayment, { params: at(number) })).body;
  expect(forOfficials).toBeNull();
  expect(payment).toMatchObject({
    payee: 'Brindle Catering',
    amountPence: 9_140_00,
    approvals: 2,
    project: { title: 'Community kitchen' },
    decision: { votesFor: 7 },
    sentOn: day,
  });
  const { entry } = (await world.ask(readEntry, { params: { place: books.place.slug, seq: String(payment.entrySeq) } })).body;
  expect(entry).toMatchObject({ kind: 'paid', paymentNumber: number, transfers: [{ amountPence: 9_140_00 }, { amountPence: 9_140_00 }] });
});

test('money back returns to the promise and to the bank, never more than was paid', async () => {
  const number = await paid(9_140_00);
  const back = { happenedOn: '2026-06-20', reason: 'Two cooks were ill.' };
  expect(await step(refundPayment, books.treasurer, number, { ...back, amountPence: 9_140_01 })).toMatchObject(code('more-than-paid'));
  expect(await step(refundPayment, books.treasurer, number, { ...back, amountPence: 140_00 })).toMatchObject({ status: 200 });
  expect(await step(refundPayment, books.treasurer, number, { ...back, amountPence: 9_000_01 })).toMatchObject(code('more-than-paid'));
  expect((await world.ask(readPurse, { params: { place: books.place.slug } })).body.purse).toMatchObject({
    spentPence: 9_000_00,
    promisedPence: 600_00,
  });
  const { payment } = (await world.ask(readPayment, { as: books.treasurer, params: at(number) })).body;
  expect(payment).toMatchObject({ refundedPence: 140_00, refunds: [{ amountPence: 140_00, reason: 'Two cooks were ill.' }] });
  expect(await step(correctPayment, books.treasurer, number, { happenedOn: day, reason: 'Wrong theme' })).toMatchObject(
    code('not-at-this-step'),
  );
});

test('P1, M8: a correction is a linked reversal with a reason; the payment and its entry stay to be seen', async () => {
  const number = await paid(480_00);
  await step(matchPayment, books.treasurer, number, { statementDate: day, statementLine: '9' });
  await step(publishPayment, books.worker, number, { publicPurpose: 'Paint', namesNobody: true });
  expect(
    await step(correctPayment, books.treasurer, number, { happenedOn: '2026-08-04', reason: 'It belongs to young people.' }),
  ).toMatchObject({
    body: { state: 'reversed' },
  });
  const { payment } = (await world.ask(readPayment, { params: at(number) })).body;
  expect(payment).toMatchObject({ state: 'reversed', correctionNote: 'It belongs to young people.' });
  const { entry } = (await world.ask(readEntry, { params: { place: books.place.slug, seq: String(payment.entrySeq) } })).body;
  expect(entry.reversedBy).toBe(entry.seq + 1);
  expect(await balanceOf(world, books.purse.bank)).toBe(10_000_00);
  // What was taken back can be asked for again.
  expect(await asked(9_600_00)).toBe(number + 1);
});

test('P2: people who are paid appear as an individual, batches of help as a count, and nobody by name', async () => {
  const person = await makeRecipient(world, books.place, 'individual');
  const forPerson = await makePromise(world, books.purse, { amountPence: 200_00, recipientId: person });
  const number = await payOut(world, books, { commitmentId: forPerson, amountPence: 150_00 });
  await step(matchPayment, books.treasurer, number, { statementDate: day, statementLine: '1' });
  const naming = await step(publishPayment, books.worker, number, { publicPurpose: 'Tools for Mr Bloggs', namesNobody: true });
  expect(naming).toMatchObject({ status: 422, ...code('names-the-payee') });
  await step(publishPayment, books.worker, number, { publicPurpose: 'Tools for the garden', namesNobody: true });
  const page = await world.ask(readPayment, { params: at(number) });
  expect(page.body.payment.payee).toBe('an individual');
  expect(JSON.stringify(page.body)).not.toContain('Bloggs');

  const homes = await makeRecipient(world, books.place, 'household');
  const commitmentId = await makePromise(world, books.purse, { amountPence: 4_560_00, recipientId: homes });
  expect(
    await world.ask(requestPayment, { as: books.worker, body: { commitmentId, amountPence: 4_560_00, purpose: 'Winter help' } }),
  ).toMatchObject(code('count-needed'));
  const batch = await askFor(world, books.worker, { commitmentId, amountPence: 4_560_00, peopleCount: 38 });
  expect((await world.ask(readPayment, { as: books.chair, params: at(batch) })).body.payment.payee).toBe(
    'Community kitchen: 38 households',
  );
});

test('a line of the statement matches one payment', async () => {
  const [first, second] = [await paid(10_00), await paid(20_00)];
  const seen = { statementDate: day, statementLine: '17 BRINDLE' };
  expect(await step(matchPayment, books.treasurer, first, seen)).toMatchObject({ status: 200 });
  expect(await step(matchPayment, books.treasurer, second, seen)).toMatchObject(code('line-matched-already'));
});

test('drawdowns stay within the award, also when they come at once', async () => {
  const draw = () =>
    world.ask(recordDrawdown, { as: books.treasurer, body: { awardId: books.purse.awardId, amountPence: 4_000_00, receivedOn: day } });
  const answers = await Promise.all([draw(), draw(), draw(), draw()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
  expect(await balanceOf(world, books.purse.bank)).toBe(18_000_00);
});

test('the books show what is left of each promise, to those who keep them and to nobody else', async () => {
  const number = await asked(600_00);
  await step(refusePayment, books.chair, number, { reason: 'The invoice is for another group.' });
  await asked(100_00);
  const shown = (await world.ask(readBooks, { as: books.treasurer })).body;
  expect(shown.commitments).toMatchObject([
    { projectTitle: 'Community kitchen', payeeName: 'Brindle Catering', amountPence: 9_600_00, leftPence: 9_500_00 },
  ]);
  expect(shown.payments.map(({ state }: { state: string }) => state)).toEqual(['requested', 'refused']);
  expect(shown.awards).toMatchObject([{ drawnPence: 10_000_00, bankPence: 10_000_00 }]);
  const resident = await world.makePerson(books.place, ['verified_resident']);
  expect(await world.ask(readBooks, { as: resident })).toMatchObject({ status: 403 });
  expect(await world.ask(readBooks, { params: { place: books.place.slug } })).toMatchObject({ status: 401 });
});
