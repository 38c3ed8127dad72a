import { readPurse } from '@pursestrings/contracts/money';
import { importPastPayments } from '@pursestrings/contracts/payments';
import { makePurse, type TestPurse } from '../make/money.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let purse: TestPurse;
let treasurer: TestPerson;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  place = await world.makePlace();
  purse = await makePurse(world, place, { awardPence: 1_000_00, bankPence: 500_00 });
  treasurer = await world.makePerson(place, ['treasurer']);
});
afterAll(() => world.stop());

const headings =
  'Body Name,Date,Department,Beneficiary,Registration Number,Purpose,Transaction Number,Net Amount,Irrecoverable VAT,Category,Grant';
const bring = (...rows: string[]) =>
  world.ask(importPastPayments, { as: treasurer, body: { awardId: purse.awardId, csv: [headings, ...rows].join('\n') } });
const figures = async () => (await world.ask(readPurse, { params: { place: place.slug } })).body.purse;

test('past payments come over with their days, their VAT and their departments', async () => {
  const rows = [
    'Trust,02/06/2022,Streets,Brindle Ltd,1164883,Benches,P1,100.00,20.00,Works,No',
    'Trust,03/06/2022,Streets,an individual,,Tools,P2,30.00,,Grants,Yes',
  ];
  expect(await bring(...rows)).toMatchObject({ status: 200, body: { payments: 2, totalPence: 150_00 } });
  expect(await figures()).toMatchObject({ spentPence: 150_00, freePence: 850_00 });
  expect(await world.admin(`SELECT title FROM project WHERE neighbourhood_id = $1`, [place.id])).toEqual([{ title: 'Streets' }]);
});

test('a bad row stops the whole file, and each is named with its line', async () => {
  const answer = await bring(
    'Trust,02/06/2022,Streets,Brindle Ltd,,Benches,P1,100.00,,Works,No',
    'Trust,31/02/2022,Streets,Brindle Ltd,,Benches,P2,lots,,Works,No',
    `Trust,01/01/2099,Streets,X,,Y,P3,1.00,,W,No`,
  );
  expect(answer).toMatchObject({ status: 422, body: { problem: { code: 'rows-refused' } } });
  expect(answer.body.problem.rows.map(({ line, column }: { line: number; column: string }) => `${line} ${column}`)).toEqual([
    '3 Date',
    '3 Net Amount',
  ]);
  expect((await bring('Trust,01/01/2099,Streets,X,,Y,P3,1.00,,W,No')).body.problem.rows).toMatchObject([{ line: 2, column: 'Date' }]);
  expect(await figures()).toMatchObject({ spentPence: 0 });
});

test('the same file again changes nothing, and says so; more than is there is refused whole', async () => {
  const row = 'Trust,02/06/2022,Streets,Brindle Ltd,,Benches,P1,100.00,,Works,No';
  await bring(row);
  expect((await bring(row)).body.problem.rows).toMatchObject([{ line: 2, column: 'Transaction Number' }]);
  const tooMuch = await bring('Trust,02/06/2022,Streets,A,,B,P2,300.00,,W,No', 'Trust,02/06/2022,Streets,A,,B,P3,300.00,,W,No');
  expect(tooMuch).toMatchObject({ status: 409, body: { problem: { code: 'not-enough-money' } } });
  expect(await figures()).toMatchObject({ spentPence: 100_00 });
});
