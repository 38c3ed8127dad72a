import { newId } from '@pursestrings/basics/ids';
import { readMoney } from '@pursestrings/contracts/money';
import {
  listProgrammes,
  publishProgramme,
  readProgramme,
  readProgrammeFile,
  setProgrammePlaces,
  setUpProgramme,
} from '@pursestrings/contracts/programmes';
import { makeWorld, type TestPerson, type World } from '../make/world.ts';

let world: World;
let funder: TestPerson;
beforeAll(async () => {
  world = await makeWorld();
  for (const slug of ['kettlewick', 'marram-top', 'staithe-row']) await world.makePlace(slug);
  funder = await world.makePerson(await world.makePlace(), []);
  const first = newId<'programme'>();
  await world.admin(
    `INSERT INTO programme (id, slug, name, funder, total_pence, allocation_rule, starts_on, ends_on) VALUES ($1, 'first', 'First', 'A Trust', 1, 'equal', '2021-04-01', '2033-03-31')`,
    [first],
  );
  await world.admin(`INSERT INTO programme_officer (programme_id, account_id) VALUES ($1, $2)`, [first, funder.accountId]);
});
afterAll(() => world.stop());

const longPurse = {
  name: 'The Long Purse',
  funder: 'The Long Purse Trust',
  totalPence: 3_600_000_00,
  allocationRule: 'by_need',
  indexName: 'Community Needs Index',
  indexSource: 'Published 2023, checked 1 March 2021',
  floorPence: null,
  ceilingPence: null,
  startsOn: '2021-04-01',
  endsOn: '2033-03-31',
};
const lines = 'Kettlewick, 7840, 120\n\nmarram-top\t9260\t100\nStaithe-row, 5310, 140\n';

test('a funder shares £3,600,000 by need; each place has its award on its ledger, and anyone can work it out again', async () => {
  const { slug } = (await world.ask(setUpProgramme, { as: funder, body: longPurse })).body;
  const params = { programme: slug };
  expect((await world.ask(readProgramme, { as: funder, params })).body.notYet).toBe('no-places');
  expect(await world.ask(readProgramme, { params })).toMatchObject({ status: 404 });
  expect(await world.ask(setProgrammePlaces, { as: funder, params, body: { placeLines: lines } })).toMatchObject({
    status: 200,
    body: { places: 3 },
  });
  expect(
    (await world.ask(readProgramme, { as: funder, params })).body.shares
      .map((share: { sharePence: number }) => share.sharePence)
      .toSorted(),
  ).toEqual([1_025_300_74, 1_277_143_52, 1_297_555_74].toSorted());
  expect(await world.ask(readMoney, { params: { place: 'kettlewick' } })).toMatchObject({ body: { awards: [] } });

  expect(await world.ask(publishProgramme, { as: funder, params, body: { madeOn: '2021-04-01' } })).toMatchObject({
    status: 200,
    body: { awards: 3 },
  });
  const page = (await world.ask(readProgramme, { params })).body;
  expect(page).toMatchObject({
    isMine: false,
    notYet: null,
    weightOfAll: '2610200',
    sharedPence: 3_600_000_00,
    programme: { name: 'The Long Purse' },
  });
  expect(page.shares.find((share: { placeSlug: string }) => share.placeSlug === 'kettlewick')).toMatchObject({
    population: 7_840,
    needIndex: '120',
    weight: '940800',
    sharePence: 1_297_555_74,
  });
  for (const [place, share] of [
    ['kettlewick', 1_297_555_74],
    ['marram-top', 1_277_143_52],
    ['staithe-row', 1_025_300_74],
  ] as const) {
    const money = (await world.ask(readMoney, { params: { place } })).body;
    expect(money.purse).toMatchObject({ awardedPence: share, freePence: share });
    expect(money.awards).toMatchObject([{ name: 'The Long Purse', amountPence: share, madeOn: '2021-04-01', programmeSlug: slug }]);
  }
  const { text } = (await world.ask(readProgrammeFile, { params })).body;
  expect(text.split('\n')[1]).toMatch(/^The Long Purse,by_need,3600000\.00,.*,940800,2610200,3600000\.00,,/);
  expect(text).toContain('1297555.74');
  expect((await world.ask(listProgrammes)).body).toMatchObject({ maySetUp: false, programmes: [{ slug }] });
});

test('what is published stays: neither places nor shares can be set again, and awards are made once', async () => {
  const { programmes } = (await world.ask(listProgrammes)).body;
  const params = { programme: programmes[0].slug };
  const published = { status: 409, body: { problem: { code: 'already-published' } } };
  expect(await world.ask(setProgrammePlaces, { as: funder, params, body: { placeLines: lines } })).toMatchObject(published);
  expect(await world.ask(publishProgramme, { as: funder, params, body: { madeOn: '2021-04-01' } })).toMatchObject(published);
});

test('two who publish the same programme at once make its awards once', async () => {
  const { slug } = (
    await world.ask(setUpProgramme, { as: funder, body: { ...longPurse, name: 'At once', allocationRule: 'equal', totalPence: 100 } })
  ).body;
  const params = { programme: slug };
  await world.ask(setProgrammePlaces, { as: funder, params, body: { placeLines: lines } });
  const answers = await Promise.all(
    [1, 2, 3].map(() => world.ask(publishProgramme, { as: funder, params, body: { madeOn: '2021-04-01' } })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect(await world.admin(`SELECT 1 FROM award WHERE name = 'At once'`)).toHaveLength(3);
});

test('lines that cannot be read are named, all of them, and change nothing', async () => {
  const { slug } = (await world.ask(setUpProgramme, { as: funder, body: { ...longPurse, name: 'Wrong lines' } })).body;
  const placeLines = 'Kettlewick, many, 1\nKettlewick\nMarram-top, 10, high\nMarram-top, 10, 1\nMarram-top, 11, 1';
  const read = await world.ask(setProgrammePlaces, { as: funder, params: { programme: slug }, body: { placeLines } });
  expect(read).toMatchObject({ status: 422, body: { problem: { code: 'lines-not-understood' } } });
  expect(read.body.problem.faults.map(({ line, reason }: { line: number; reason: string }) => `${line} ${reason}`)).toEqual([
    '1 people-not-a-number',
    '2 not-three-parts',
    '3 index-not-a-number',
    '5 place-twice',
  ]);
  const unknown = await world.ask(setProgrammePlaces, { as: funder, params: { programme: slug }, body: { placeLines: 'Nowhere, 10, 1' } });
  expect(unknown.body.problem.faults).toEqual([{ line: 1, reason: 'place-unknown' }]);
  expect(await world.ask(publishProgramme, { as: funder, params: { programme: slug }, body: { madeOn: '2021-04-01' } })).toMatchObject({
    body: { problem: { code: 'no-places' } },
  });
});

test('H1: whoever is no officer of a programme sets nothing up, sees no draft and publishes nothing', async () => {
  const other = await world.makePerson(await world.makePlace(), ['chair', 'treasurer']);
  const { slug } = (await world.ask(setUpProgramme, { as: funder, body: { ...longPurse, name: 'A draft' } })).body;
  expect(await world.ask(setUpProgramme, { as: other, body: longPurse })).toMatchObject({
    status: 403,
    body: { problem: { code: 'not-a-funder' } },
  });
  expect(await world.ask(readProgramme, { as: other, params: { programme: slug } })).toMatchObject({ status: 404 });
  expect(await world.ask(publishProgramme, { as: other, params: { programme: slug }, body: { madeOn: '2021-04-01' } })).toMatchObject({
    status: 404,
  });
  const published = (await world.ask(listProgrammes)).body.programmes[0].slug;
  expect(await world.ask(publishProgramme, { as: other, params: { programme: published }, body: { madeOn: '2021-04-01' } })).toMatchObject({
    status: 403,
  });
});
