import { createHash } from 'node:crypto';
import { pence } from '@pursestrings/basics/money';
import { ok } from '@pursestrings/basics/result';
import { readAccount, readEntry, readMoney, readPurse } from '@pursestrings/contracts/money';
import { LedgerPosts, SetsAside } from '../../src/modules/ledger/index.ts';
import { Promises } from '../../src/modules/projects/index.ts';
import { countStatements } from '../make/count-statements.ts';
import { makeDecision } from '../make/decision.ts';
import { changeIn, granted, makePurse, makeRecipient } from '../make/money.ts';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

const day = '2026-06-09';

test('an empty purse says so in noughts', async () => {
  const place = await world.makePlace();
  const { body, status } = await world.ask(readMoney, { params: { place: place.slug } });
  expect(status).toBe(200);
  expect(body).toEqual({
    purse: { awardedPence: 0, spentPence: 0, promisedPence: 0, setAsidePence: 0, freePence: 0, returnedPence: 0 },
    awards: [],
    accounts: [],
    head: { seq: 0, hash: '0'.repeat(64) },
  });
});

test('M10: every figure is the sum of its entries, and leads to them in two steps', async () => {
  const place = await world.makePlace();
  const params = { place: place.slug };
  const purse = await makePurse(world, place, { awardPence: 1_000_00, bankPence: 10_00 });
  const recipientId = await makeRecipient(world, place);
  const decision = await makeDecision(world, place, { amountPence: 123_45, recipientId });
  granted(
    await changeIn(world, place, async (tx) => {
      const aside = await world.app
        .get(SetsAside)
        .setAside(tx, { awardId: purse.awardId, purpose: 'theme', name: 'Streets', amountPence: pence(300_00), happenedOn: day });
      if (!aside.ok) return aside;
      return await world.app.get(Promises).promise(tx, {
        decisionId: decision.id,
        title: 'Benches by the shops',
        recipientId,
        amountPence: pence(123_45),
        fromAccountId: aside.value.accountId,
        nature: 'capital',
      });
    }),
  );
  const { purse: figures } = (await world.ask(readPurse, { params })).body;
  expect(figures).toEqual({
    awardedPence: 1_000_00,
    spentPence: 0,
    promisedPence: 123_45,
    setAsidePence: 176_55,
    freePence: 700_00,
    returnedPence: 0,
  });

  const money = (await world.ask(readMoney, { params })).body;
  expect(money.purse).toEqual(figures);
  for (const account of money.accounts) {
    const { entries } = (await world.ask(readAccount, { params: { ...params, account: account.id } })).body;
    expect(entries.reduce((sum: number, entry: { amountPence: number }) => sum + entry.amountPence, 0)).toBe(account.balancePence);
  }
  const promised = money.accounts.find((account: { kind: string }) => account.kind === 'promised');
  expect(promised).toMatchObject({ name: 'Benches by the shops', nature: 'capital' });
  const [line] = (await world.ask(readAccount, { params: { ...params, account: promised.id } })).body.entries;
  expect(line).toMatchObject({ kind: 'promised', amountPence: 123_45, otherKind: 'set_aside', otherName: 'Streets' });
  const { entry } = (await world.ask(readEntry, { params: { ...params, seq: String(line.seq) } })).body;
  expect(entry).toMatchObject({ decision: { title: 'Buy a kettle' }, memo: 'Benches by the shops', transfers: [{ amountPence: 123_45 }] });
  expect(createHash('sha256').update(`${entry.prevHash}\n${entry.line}`).digest('hex')).toBe(entry.hash);
  expect(money.head).toEqual({ seq: entry.seq, hash: entry.hash });
});

test('H1: accounts and entries of another place are not found, in the words of missing ones', async () => {
  const [place, other] = [await world.makePlace(), await world.makePlace()];
  const purse = await makePurse(world, place, { awardPence: 1_00 });
  const theirs = await world.ask(readAccount, { params: { place: other.slug, account: purse.bank } });
  expect(theirs).toMatchObject({ status: 404, body: { problem: { code: 'not-found' } } });
  expect(await world.ask(readEntry, { params: { place: other.slug, seq: '1' } })).toMatchObject({ status: 404 });
});

test('L19: the pages of the money take as many SQL statements at 10, 100 and 1,000 entries', async () => {
  const place = await world.makePlace();
  const purse = await makePurse(world, place, { awardPence: 1_000_00 });
  const counts: number[][] = [];
  for (const [from, to] of [
    [0, 10],
    [10, 100],
    [100, 1_000],
  ] as const) {
    await changeIn(world, place, async (tx) => {
      for (let made = from; made < to; made++) {
        granted(
          await world.app
            .get(LedgerPosts)
            .post(tx, { kind: 'drawdown', happenedOn: day, transfers: [{ from: purse.drawnFromFunder, to: purse.bank, pence: pence(1) }] }),
        );
      }
      return ok(undefined);
    });
    const params = { place: place.slug };
    counts.push([
      await countStatements(world, () => world.ask(readPurse, { params })),
      await countStatements(world, () => world.ask(readMoney, { params })),
      await countStatements(world, () => world.ask(readAccount, { params: { ...params, account: purse.bank } })),
    ]);
  }
  expect(counts[0]?.every((count) => count > 0)).toBe(true);
  expect(counts[1]).toEqual(counts[0]);
  expect(counts[2]).toEqual(counts[0]);
  const page = (await world.ask(readAccount, { params: { place: place.slug, account: purse.bank } })).body;
  expect([page.entries.length, page.older]).toEqual([50, page.entries[49].seq]);
});
