import { randomUUID } from 'node:crypto';
import type { LedgerAccountId } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import { ok } from '@pursestrings/basics/result';
import pg from 'pg';
import { LedgerChecks, LedgerPosts, SetsAside } from '../../src/modules/ledger/index.ts';
import { balanceOf, changeIn, granted, makePurse } from '../make/money.ts';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

const day = '2026-06-09';

test('L4, S13: 1,000 payments at once at a purse that holds 24 of them: 24 go, the purse is at nought, never below', async () => {
  const place = await world.makePlace();
  const purse = await makePurse(world, place, { awardPence: 24_00 });
  const one = {
    awardId: purse.awardId,
    purpose: 'theme' as const,
    name: 'Streets',
    subjectId: randomUUID(),
    amountPence: pence(1_00),
    happenedOn: day,
  };
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, () => changeIn(world, place, (tx) => world.app.get(SetsAside).setAside(tx, one))),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(24);
  expect(await balanceOf(world, purse.unallocated)).toBe(0);
  const finding = granted(await changeIn(world, place, async (tx) => ok(await world.app.get(LedgerChecks).check(tx))));
  expect(finding).toEqual({ entries: 25, firstFault: null });
}, 60_000);

test('S13, control: looking first and writing then overspends, so the test above can see the fault', async () => {
  const pool = new pg.Pool({ connectionString: world.db.adminUrl, max: 10 });
  await pool.query(`CREATE TABLE naive (balance bigint); INSERT INTO naive VALUES (2400)`);
  const spend = async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT balance FROM naive');
    const enough = Number(rows[0].balance) >= 100;
    // The time in which a real program would think: ten look at the same balance.
    await client.query('SELECT pg_sleep(0.02)');
    if (enough) await client.query('UPDATE naive SET balance = balance - 100');
    await client.query('COMMIT');
    client.release();
    return enough;
  };
  const answers = await Promise.all(Array.from({ length: 300 }, spend));
  const { rows } = await pool.query('SELECT balance::int AS balance FROM naive');
  await pool.end();
  expect(answers.filter(Boolean).length).toBeGreaterThan(24);
  expect(rows[0].balance).toBeLessThan(0);
});

/** A generator with a seed, so that a failing soak can be run again (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('S12: 3,000 operations with refusals, repetitions and lost transactions agree with a model to the penny', async () => {
  const place = await world.makePlace();
  const purse = await makePurse(world, place, { awardPence: 5_000_00, bankPence: 1_000_00 });
  const asides: LedgerAccountId[] = [];
  for (const name of ['Streets', 'Young people', 'Hub']) {
    const aside = { awardId: purse.awardId, purpose: 'theme' as const, name, amountPence: pence(100), happenedOn: day };
    asides.push(granted(await changeIn(world, place, (tx) => world.app.get(SetsAside).setAside(tx, aside))).accountId);
  }
  const model = new Map<string, number>([
    [purse.unallocated, 5_000_00 - 300],
    [purse.bank, 1_000_00],
    ...asides.map((id) => [id, 100] as const),
  ]);
  const draw = seeded(20261124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const posts = world.app.get(LedgerPosts);
  const tally = { done: 0, refused: 0, repeated: 0, lost: 0 };
  let last: Parameters<LedgerPosts['post']>[1] | null = null;

  for (let step = 0; step < 3_000; step++) {
    const aside = pick(asides);
    const forward = draw() < 0.5;
    const [kind, from, to] = forward
      ? (['set_aside', purse.unallocated, aside] as const)
      : (['set_free', aside, purse.unallocated] as const);
    const sum = pence(1 + Math.floor(draw() * 1_500_00));
    const chance = draw();
    if (chance < 0.05 && last) {
      const before = last;
      granted(await changeIn(world, place, (tx) => posts.post(tx, before)));
      tally.repeated++;
      continue;
    }
    const posting = { key: randomUUID(), kind, happenedOn: day, transfers: [{ from, to, pence: sum }] };
    const enough = (model.get(from) ?? 0) >= sum;
    if (chance < 0.1) {
      // The power goes after the posting and before the commit.
      const lost = changeIn(world, place, async (tx) => {
        await posts.post(tx, posting);
        throw new Error('lost');
      });
      await expect(lost).rejects.toThrow(enough ? 'lost' : /./);
      tally.lost++;
      continue;
    }
    const answer = await changeIn(world, place, (tx) => posts.post(tx, posting));
    expect(answer.ok).toBe(enough);
    if (answer.ok) {
      model.set(from, (model.get(from) ?? 0) - sum);
      model.set(to, (model.get(to) ?? 0) + sum);
      last = posting;
    }
    tally[answer.ok ? 'done' : 'refused']++;
  }
  for (const [account, balance] of model) expect(await balanceOf(world, account)).toBe(balance);
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(50);
  expect(granted(await changeIn(world, place, async (tx) => ok(await world.app.get(LedgerChecks).check(tx))))).toEqual({
    entries: 5 + tally.done,
    firstFault: null,
  });
}, 120_000);
