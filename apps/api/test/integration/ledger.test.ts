import { createHash, randomUUID } from 'node:crypto';
import { type DecisionId, newId } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import { ok } from '@pursestrings/basics/result';
import { ledgerHash, ledgerLine } from '@pursestrings/open-data/ledger-line';
import pg from 'pg';
import { LedgerChecks, LedgerPosts, SetsAside } from '../../src/modules/ledger/index.ts';
import { readEntries } from '../../src/modules/ledger/ledger-checks.ts';
import { Promises } from '../../src/modules/projects/index.ts';
import { makeDecision } from '../make/decision.ts';
import { balanceOf, changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import { makeWorld, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let purse: TestPurse;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  place = await world.makePlace();
  purse = await makePurse(world, place, { awardPence: 1_000_00, bankPence: 500_00 });
});
afterAll(() => world.stop());

const day = '2026-06-09';
const posts = () => world.app.get(LedgerPosts);
const aside = (amountPence: number) => ({
  awardId: purse.awardId,
  purpose: 'theme' as const,
  name: 'Streets',
  amountPence: pence(amountPence),
  happenedOn: day,
});

test('M1: what one account loses another gains, in whole pence', async () => {
  const { accountId } = granted(await changeIn(world, place, (tx) => world.app.get(SetsAside).setAside(tx, aside(250_01))));
  expect(await balanceOf(world, purse.unallocated)).toBe(749_99);
  expect(await balanceOf(world, accountId)).toBe(250_01);
  expect(await balanceOf(world, purse.award)).toBe(-1_000_00);
  const [total] = await world.admin<{ sum: string }>(
    `SELECT sum(balance_pence)::text AS sum FROM ledger.account WHERE neighbourhood_id = $1`,
    [place.id],
  );
  expect(total?.sum).toBe('0');
});

test('M2: an account inside the purse does not go below zero, and the refusal leaves nothing behind', async () => {
  const answer = await changeIn(world, place, (tx) => world.app.get(SetsAside).setAside(tx, aside(1_000_01)));
  expect(answer).toEqual({ ok: false, problem: { code: 'not-enough-money' } });
  expect(await balanceOf(world, purse.unallocated)).toBe(1_000_00);
  expect(await world.admin(`SELECT 1 FROM ledger.entry WHERE neighbourhood_id = $1`, [place.id])).toHaveLength(2);
});

test.each([-1, 0, 1.5, 9e15, null, '100', 'lots'])('L3: a forged sum (%p) changes no balance', async (sum) => {
  const attempt = changeIn(world, place, async (tx) => {
    await tx.query(`SELECT ledger.post($1, 'handed_back', $2, $3, 'why', null, null, null)`, [
      randomUUID(),
      day,
      JSON.stringify([{ from: purse.bank, to: purse.drawnFromFunder, pence: sum }]),
    ]);
    return ok(undefined);
  });
  await expect(attempt).rejects.toThrow();
  expect(await balanceOf(world, purse.bank)).toBe(500_00);
});

test('money moves only the ways that the table of movements names, within one award and one book', async () => {
  const other = await makePurse(world, place, { awardPence: 100_00 });
  const move = (kind: 'set_free' | 'handed_back', from: string, to: string) =>
    changeIn(world, place, (tx) =>
      posts().post(tx, { kind, happenedOn: day, memo: 'why', transfers: [{ from: from as never, to: to as never, pence: pence(1) }] }),
    );
  expect(await move('set_free', purse.unallocated, purse.award)).toMatchObject({ problem: { code: 'movement-not-known' } });
  expect(await move('handed_back', purse.bank, other.drawnFromFunder)).toMatchObject({ problem: { code: 'movement-not-known' } });
  expect(await move('handed_back', newId(), purse.drawnFromFunder)).toMatchObject({ problem: { code: 'movement-not-known' } });
});

test('a posting is made once: the same key gets the first answer, another posting under it is refused', async () => {
  const posting = {
    key: randomUUID(),
    kind: 'drawdown' as const,
    happenedOn: day,
    transfers: [{ from: purse.drawnFromFunder, to: purse.bank, pence: pence(5) }],
  };
  const first = granted(await changeIn(world, place, (tx) => posts().post(tx, posting)));
  expect(granted(await changeIn(world, place, (tx) => posts().post(tx, posting)))).toEqual(first);
  expect(await balanceOf(world, purse.bank)).toBe(500_05);
  const other = { ...posting, transfers: [{ from: purse.drawnFromFunder, to: purse.bank, pence: pence(6) }] };
  expect(await changeIn(world, place, (tx) => posts().post(tx, other))).toMatchObject({ problem: { code: 'posting-key-used' } });
});

test('S15: sixteen of one posting at once have one effect', async () => {
  const posting = {
    key: randomUUID(),
    kind: 'drawdown' as const,
    happenedOn: day,
    transfers: [{ from: purse.drawnFromFunder, to: purse.bank, pence: pence(7) }],
  };
  const answers = await Promise.all(Array.from({ length: 16 }, () => changeIn(world, place, (tx) => posts().post(tx, posting))));
  expect(new Set(answers.map((answer) => granted(answer).seq)).size).toBe(1);
  expect(await balanceOf(world, purse.bank)).toBe(500_07);
});

test('M3: a promise needs a carried, quorate decision of at least that sum, all its promises together', async () => {
  const recipientId = await makeRecipient(world, place);
  const promise = (decisionId: string, amountPence: number) =>
    changeIn(world, place, (tx) =>
      world.app.get(Promises).promise(tx, {
        decisionId: decisionId as DecisionId,
        title: 'Benches',
        recipientId,
        amountPence: pence(amountPence),
        fromAccountId: purse.unallocated,
        nature: 'capital',
      }),
    );
  const refusal = { problem: { code: 'decision-does-not-cover' } };
  for (const outcome of ['lost', 'no_quorum'] as const) {
    expect(await promise((await makeDecision(world, place, { outcome, recipientId })).id, 1)).toMatchObject(refusal);
  }
  expect(await promise((await makeDecision(world, place, { kind: 'other', recipientId })).id, 1)).toMatchObject(refusal);
  const decision = await makeDecision(world, place, { amountPence: 100_00, recipientId });
  expect(await promise(decision.id, 100_01)).toMatchObject(refusal);
  expect(await promise(decision.id, 60_00)).toMatchObject({ ok: true });
  expect(await promise(decision.id, 40_01)).toMatchObject(refusal);
  expect(await promise(decision.id, 40_00)).toMatchObject({ ok: true });
  const elsewhere = await world.makePlace();
  const foreign = await makeDecision(world, elsewhere, { amountPence: 100_00 });
  await expect(promise(foreign.id, 1)).rejects.toThrow();
  expect(await balanceOf(world, purse.unallocated)).toBe(900_00);
});

test('M9: the ring-fence moves only by a decision of that kind', async () => {
  const { accountId } = granted(
    await changeIn(world, place, (tx) => world.app.get(SetsAside).setAside(tx, { ...aside(90_00), purpose: 'ring_fence', name: 'Skills' })),
  );
  const free = (decisionId?: DecisionId) =>
    changeIn(world, place, (tx) =>
      posts().post(tx, {
        kind: 'set_free',
        happenedOn: day,
        transfers: [{ from: accountId, to: purse.unallocated, pence: pence(1) }],
        ...(decisionId ? { decisionId } : {}),
      }),
    );
  expect(await free()).toMatchObject({ problem: { code: 'ring-fenced' } });
  expect(await free((await makeDecision(world, place)).id)).toMatchObject({ problem: { code: 'ring-fenced' } });
  expect(await free((await makeDecision(world, place, { kind: 'ring_fence' })).id)).toMatchObject({ ok: true });
});

test('M8: an entry is taken back once, by a linked reversal with a reason; both stay', async () => {
  const { entry } = granted(await changeIn(world, place, (tx) => world.app.get(SetsAside).setAside(tx, aside(10_00))));
  const reverse = (reason: string) => changeIn(world, place, (tx) => posts().reverse(tx, { reverses: entry.id, happenedOn: day, reason }));
  expect(await reverse(' ')).toMatchObject({ problem: { code: 'entry-needs-day-and-reason' } });
  const undone = granted(await reverse('It was for the wrong theme.'));
  expect(await balanceOf(world, purse.unallocated)).toBe(1_000_00);
  expect(await reverse('Again.')).toMatchObject({ problem: { code: 'entry-cannot-be-reversed' } });
  const again = await changeIn(world, place, (tx) =>
    posts().reverse(tx, { reverses: undone.id, happenedOn: day, reason: 'No, it was right.' }),
  );
  expect(again).toMatchObject({ problem: { code: 'entry-cannot-be-reversed' } });
});

test.each(['app', 'migrator', 'owner', 'across', 'jobs_owner'])(
  'M8, L23, S14: %s can change or delete nothing on the ledger',
  async (role) => {
    const client = new pg.Client({ connectionString: role === 'app' ? world.db.appUrl : world.db.migratorUrl });
    await client.connect();
    if (role !== 'app' && role !== 'migrator') await client.query(`SET ROLE ${role}`);
    await client.query(`SELECT set_config('app.neighbourhood', $1, false)`, [place.id]);
    const statements = [
      'ledger.entry',
      'ledger.transfer',
      'ledger.memo',
      'ledger.head',
      'ledger.account',
      'payment_approval',
      'event',
    ].flatMap((table) => [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]);
    statements.push(
      `UPDATE ledger.entry SET kind = 'award'`,
      `UPDATE ledger.transfer SET amount_pence = 1`,
      `UPDATE payment_approval SET at = now()`,
    );
    statements.push(
      `INSERT INTO ledger.transfer SELECT neighbourhood_id, entry_seq, 99, award_id, book, from_account, to_account, 1 FROM ledger.transfer LIMIT 1`,
    );
    if (role !== 'owner') {
      statements.push(
        `UPDATE ledger.account SET balance_pence = 1`,
        `UPDATE ledger.head SET seq = 0`,
        `INSERT INTO ledger.head SELECT gen_random_uuid()`,
      );
      statements.push(`ALTER TABLE ledger.entry DISABLE TRIGGER append_only`, `DROP TABLE ledger.entry`, `CREATE TABLE ledger.mine ()`);
    }
    for (const statement of statements) {
      await expect(client.query(statement).then(() => statement)).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|23001|42P01)$/),
      });
    }
    await client.end();
  },
);

test('H1: the door posts in the neighbourhood of the transaction and in no other', async () => {
  const elsewhere = await world.makePlace();
  const answer = await changeIn(world, elsewhere, (tx) =>
    posts().post(tx, { kind: 'drawdown', happenedOn: day, transfers: [{ from: purse.drawnFromFunder, to: purse.bank, pence: pence(1) }] }),
  );
  expect(answer).toMatchObject({ problem: { code: 'movement-not-known' } });
  const client = new pg.Client({ connectionString: world.db.appUrl });
  await client.connect();
  await expect(
    client.query(`SELECT ledger.post(gen_random_uuid(), 'drawdown', '2026-06-09', '[]', null, null, null, null)`),
  ).rejects.toThrow('no neighbourhood is set');
  await client.end();
});

test('S8: the chain is what SQL and TypeScript both make of the rows, byte for byte, with every awkward sign', async () => {
  const advance = await advanceAccount();
  granted(
    await changeIn(world, place, (tx) =>
      posts().post(tx, {
        kind: 'advance',
        happenedOn: day,
        memo: '100%\tof\r\nit: ‘żółć’ 💷',
        transfers: [{ from: advance as never, to: purse.bank, pence: pence(3) }],
      }),
    ),
  );
  const entries = granted(await changeIn(world, place, async (tx) => ok(await readEntries(tx))));
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  for (const entry of entries) {
    const [made] = await world.admin<{ line: string }>(
      `SELECT ledger.line(e, ARRAY(SELECT t.line || ':' || t.from_account || ':' || t.to_account || ':' || t.amount_pence FROM ledger.transfer t
         WHERE t.neighbourhood_id = e.neighbourhood_id AND t.entry_seq = e.seq ORDER BY t.line)) AS line FROM ledger.entry e WHERE e.neighbourhood_id = $1 AND e.seq = $2`,
      [place.id, entry.seq],
    );
    expect(ledgerLine(place.id, entry)).toBe(made?.line);
    expect(ledgerHash(entry.prevHash, ledgerLine(place.id, entry), sha)).toBe(entry.hash);
  }
  const [field] = await world.admin<{ value: string }>(`SELECT ledger.line_field('a%b' || chr(9) || 'c' || chr(13) || chr(10)) AS value`);
  expect(field?.value).toBe('a%25b%09c%0D%0A');
  const [memo] = await world.admin<{ fits: boolean }>(
    `SELECT e.memo_commitment = sha256(m.salt || convert_to(m.words, 'UTF8')) AS fits FROM ledger.memo m JOIN ledger.entry e ON e.neighbourhood_id = m.neighbourhood_id AND e.seq = m.entry_seq
     WHERE m.neighbourhood_id = $1`,
    [place.id],
  );
  expect(memo?.fits).toBe(true);
});

async function advanceAccount(): Promise<string> {
  const [row] = await world.admin<{ id: string }>(
    `SELECT id FROM ledger.account WHERE neighbourhood_id = $1 AND kind = 'fund_holder_advance'`,
    [place.id],
  );
  return row?.id ?? '';
}

test('S8: the check names the first entry, account or head that was tampered with; blanked words leave it whole', async () => {
  const check = async () => granted(await changeIn(world, place, async (tx) => ok(await world.app.get(LedgerChecks).check(tx))));
  await changeIn(world, place, (tx) =>
    posts().post(tx, {
      kind: 'handed_back',
      happenedOn: day,
      memo: 'Personal words',
      transfers: [{ from: purse.bank, to: purse.drawnFromFunder, pence: pence(1) }],
    }),
  );
  await changeIn(world, place, async (tx) => ok(await posts().blankMemo(tx, 3)));
  expect(await check()).toEqual({ entries: 3, firstFault: null });
  const tamper = async (statement: string) => {
    await world.admin(
      `SET session_replication_role = replica; ${statement.replaceAll('OURS', `neighbourhood_id = '${place.id}'`)}; SET session_replication_role = origin`,
    );
  };
  await tamper(`UPDATE ledger.account SET balance_pence = balance_pence + 1 WHERE OURS AND kind = 'bank'`);
  expect((await check()).firstFault).toMatch(/account .* holds something else/);
  await tamper(`UPDATE ledger.transfer SET amount_pence = amount_pence + 1 WHERE OURS AND entry_seq = 2`);
  expect((await check()).firstFault).toBe('entry 2 is not what its hash was made from');
  await tamper(`DELETE FROM ledger.transfer WHERE OURS AND entry_seq = 1; DELETE FROM ledger.entry WHERE OURS AND seq = 1`);
  expect((await check()).firstFault).toBe('entry 1 is missing');
});
