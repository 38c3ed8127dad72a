import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pence } from '@pursestrings/basics/money';
import { readMoney } from '@pursestrings/contracts/money';
import { listOpenData, readOpenDataFile } from '@pursestrings/contracts/open-data';
import {
  approvePayment,
  correctPayment,
  importPastPayments,
  matchPayment,
  publishPayment,
  readPayment,
  refundPayment,
  requestPayment,
  sendPayment,
} from '@pursestrings/contracts/payments';
import { openPublished } from '@pursestrings/verify/published-folder';
import { verifyPublished } from '@pursestrings/verify/verify-published';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import { ImportRound } from '../../src/modules/counts/index.ts';
import { LedgerPosts, SetsAside } from '../../src/modules/ledger/index.ts';
import { Promises } from '../../src/modules/projects/index.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeDecision } from '../make/decision.ts';
import { changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let purse: TestPurse;
let worker: TestPerson;
let treasurer: TestPerson;
let chair: TestPerson;
const folder = mkdtempSync(join(tmpdir(), 'pursestrings-open-'));
beforeAll(async () => {
  world = await makeWorld();
  place = await world.makePlace('kettlewick');
  purse = await makePurse(world, place, { awardPence: 50_000_00, bankPence: 40_000_00 });
  worker = await world.makePerson(place, ['worker']);
  treasurer = await world.makePerson(place, ['treasurer']);
  chair = await world.makePerson(place, ['chair']);
  await aYear();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.stop();
});

const day = '2026-06-02';

/** A year with everything that can happen to money. */
async function aYear(): Promise<void> {
  const ring = granted(
    await changeIn(world, place, (tx) =>
      world.app
        .get(SetsAside)
        .setAside(tx, { awardId: purse.awardId, purpose: 'ring_fence', name: 'Skills', amountPence: pence(9_000_00), happenedOn: day }),
    ),
  );
  const kitchen = await promise('Community kitchen', 9_600_00, await makeRecipient(world, place), purse.unallocated);
  await world.admin(`UPDATE recipient SET registration_number = '1164883' WHERE neighbourhood_id = $1`, [place.id]);
  await promise('Learning', 1_000_00, await makeRecipient(world, place), ring.accountId, 'ring_fence');
  const garden = await promise('A garden', 300_00, await makeRecipient(world, place, 'individual'), purse.unallocated);
  const winter = await promise('Winter help', 5_000_00, await makeRecipient(world, place, 'household'), purse.unallocated);

  const published = await pay(kitchen, 9_140_00, { publish: 'Cooking for the opening' });
  await world.ask(refundPayment, {
    as: treasurer,
    params: published,
    body: { amountPence: 460_00, happenedOn: day, reason: 'Two cooks were ill.' },
  });
  const wrong = await pay(kitchen, 480_00, { publish: 'Paint' });
  await world.ask(correctPayment, { as: treasurer, params: wrong, body: { happenedOn: day, reason: 'Wrong theme.' } });
  await pay(garden, 300_00, { publish: 'Tools' });
  await pay(winter, 4_560_00, { publish: 'Heating', peopleCount: 38 });
  await pay(winter, 40_00, { publish: 'More heating', peopleCount: 3 });
  await pay(kitchen, 100_00, {});
  await world.ask(importPastPayments, {
    as: treasurer,
    body: {
      awardId: purse.awardId,
      csv: 'Body Name,Date,Department,Beneficiary,Registration Number,Purpose,Transaction Number,Net Amount,Irrecoverable VAT,Category,Grant\nTrust,03/06/2022,Streets,Brindle Ltd,,"Benches, green",P1,100.00,20.00,Works,No',
    },
  });
  await changeIn(world, place, (tx) =>
    world.app.get(LedgerPosts).post(tx, {
      kind: 'handed_back',
      happenedOn: day,
      memo: 'A personal note',
      transfers: [{ from: purse.bank, to: purse.drawnFromFunder, pence: pence(1) }],
    }),
  );
  await changeIn(world, place, async (tx) => {
    const [last] = await tx.query<{ seq: number }>(`SELECT seq FROM ledger.head WHERE neighbourhood_id = $1`, [place.id]);
    await world.app.get(LedgerPosts).blankMemo(tx, last?.seq ?? 0);
    return { ok: true, value: undefined };
  });
}

async function promise(
  title: string,
  sum: number,
  recipientId: string,
  from: string,
  kind: 'spend' | 'ring_fence' = 'spend',
): Promise<string> {
  const decision = await makeDecision(world, place, { title, amountPence: sum, recipientId, kind });
  const made = await changeIn(world, place, (tx) =>
    world.app.get(Promises).promise(tx, {
      decisionId: decision.id,
      title,
      recipientId,
      amountPence: pence(sum),
      fromAccountId: from as never,
      nature: 'revenue',
      theme: 'Food',
    }),
  );
  return granted(made).commitmentId;
}

async function pay(
  commitmentId: string,
  amountPence: number,
  { publish, ...more }: { publish?: string; peopleCount?: number },
): Promise<{ place: string; payment: string }> {
  const asked = await world.ask(requestPayment, {
    as: worker,
    body: { commitmentId, amountPence, purpose: 'Jo Bloggs, private words', ...more },
  });
  const params = { place: place.slug, payment: String(asked.body.number) };
  await world.ask(approvePayment, { as: chair, params });
  await world.ask(approvePayment, { as: treasurer, params });
  const sent = await world.ask(sendPayment, { as: treasurer, params, body: { sentOn: day } });
  expect(sent).toMatchObject({ status: 200 });
  if (publish) {
    await world.ask(matchPayment, { as: treasurer, params, body: { statementDate: day, statementLine: `line ${params.payment}` } });
    expect(await world.ask(publishPayment, { as: worker, params, body: { publicPurpose: publish, namesNobody: true } })).toMatchObject({
      status: 200,
    });
  }
  return params;
}

async function fetchAll(): Promise<Map<string, string>> {
  const params = { place: place.slug };
  const { files } = (await world.ask(listOpenData, { params })).body;
  const texts = new Map<string, string>();
  for (const { path } of files) texts.set(path, (await world.ask(readOpenDataFile, { params, query: { path } })).body.text);
  return texts;
}

test('P3: everything published fits together: the checks that anyone can run find nothing', async () => {
  for (const [path, text] of await fetchAll()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const verification = await verifyPublished(openPublished(folder));
  expect(verification.findings).toEqual([]);
  expect(verification).toMatchObject({ grants: true, entries: 17 });
  const { head } = (await world.ask(readMoney, { params: { place: place.slug } })).body;
  expect(verification.lastHash).toBe(head.hash);
});

test('P3, M10: pages and exports say the same of each payment, to the penny', async () => {
  const csv = (await fetchAll()).get('payments/transparency-code.csv') ?? '';
  const { payment } = (await world.ask(readPayment, { params: { place: place.slug, payment: '1' } })).body;
  expect(csv).toContain(`Brindle Catering,1164883,Cooking for the opening,PS-1,9140.00,0.00,Running costs,Yes,${payment.entrySeq}`);
  expect(csv).toMatch(/Money back: Cooking for the opening,PS-1-R\d+,-460\.00/);
  expect(csv).toMatch(/Taken back: Paint,PS-2-T\d+,-480\.00/);
  expect(csv).toContain('"Benches, green",P1,100.00,20.00,Works,No');
});

test('P2: no file says a word of what is not published, names a person, or counts fewer than ten', async () => {
  const all = [...(await fetchAll()).values()].join('\n');
  for (const secret of ['Bloggs', 'private words', 'A personal note', worker.id, chair.id, treasurer.id]) expect(all).not.toContain(secret);
  expect(all).toContain('Winter help: 38 households');
  expect(all).toContain('Winter help: fewer than 10 households');
  expect(all).toContain('an individual');
});

test('the same records give the same bytes, and a new entry shows at once', async () => {
  const [first, second] = [await fetchAll(), await fetchAll()];
  expect([...first]).toEqual([...second]);
  await pay(await promise('Benches', 50_00, await makeRecipient(world, place), purse.unallocated), 50_00, {});
  expect((await fetchAll()).get('manifest.json')).not.toBe(first.get('manifest.json'));
});

test('V6: a published vote is among the files, and counts again to the same result', async () => {
  const elsewhere = await world.makePlace();
  const projects = [
    { id: 'p1', name: 'Kitchen', cost: 600_00 },
    { id: 'p2', name: 'Ramp', cost: 700_00 },
  ];
  const ballots = Array.from({ length: 40 }, (_, at) => ({ id: String(at + 1), marks: at % 3 === 0 ? ['p2'] : ['p1'] }));
  const input = readPb(pbOf(projects, ballots)).input;
  const imported = await world.app
    .get(ImportRound)
    .run(programIn(elsewhere.id), { input, title: 'Spring vote', skipCloseness: false, onProgress: () => undefined });
  granted(imported);
  const out = join(folder, 'vote');
  const { files } = (await world.ask(listOpenData, { params: { place: elsewhere.slug } })).body;
  for (const { path } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), (await world.ask(readOpenDataFile, { params: { place: elsewhere.slug }, query: { path } })).body.text);
  }
  const verification = await verifyPublished(openPublished(out));
  expect(verification.findings).toEqual([]);
  expect(files.some(({ path }: { path: string }) => path.endsWith('ballots.pb'))).toBe(true);
}, 60_000);

/** A small election as a .pb file. */
function pbOf(
  projects: readonly { id: string; name: string; cost: number }[],
  ballots: readonly { id: string; marks: readonly string[] }[],
): Buffer {
  const meta = {
    description: 'Test',
    num_projects: projects.length,
    num_votes: ballots.length,
    budget: 1_000_00,
    vote_type: 'approval',
    rule: 'greedy',
    currency: 'GBP',
  };
  const lines = [
    'META',
    'key;value',
    ...Object.entries(meta).map(([key, value]) => `${key};${value}`),
    'PROJECTS',
    'project_id;cost;name',
    ...projects.map(({ id, cost, name }) => `${id};${cost};${name}`),
    'VOTES',
    'voter_id;vote',
    ...ballots.map(({ id, marks }) => `${id};${marks.join(',')}`),
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

test('a place with nothing yet has files all the same, and another path is not found', async () => {
  const empty = await world.makePlace();
  const { files } = (await world.ask(listOpenData, { params: { place: empty.slug } })).body;
  expect(files.map(({ path }: { path: string }) => path)).toContain('manifest.json');
  expect(await world.ask(readOpenDataFile, { params: { place: empty.slug }, query: { path: '../secrets' } })).toMatchObject({
    status: 404,
  });
});
