import { ok, problem } from '@pursestrings/basics/result';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Transactions, type Tx } from '../../src/platform/database/transactions.ts';
import { nobody, programIn } from '../../src/platform/http/actor.ts';
import { makeWorld, type TestPlace, type World } from '../make/world.ts';

/** How many transactions; 100,000 in the benchmark. */
const transactionCount = 1_200;
const placeCount = 25;
const peopleInEach = 3;

let world: World;
const places: TestPlace[] = [];
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_POOL_SIZE: '8' });
  for (let at = 0; at < placeCount; at += 1) {
    const place = await world.makePlace();
    for (let person = 0; person < peopleInEach; person += 1) await world.makePerson(place, []);
    places.push(place);
  }
});
afterAll(() => world.stop());

/** Numbers that look random and are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

const seenIn = async (tx: Tx) => await tx.query<{ place: string }>('SELECT neighbourhood_id AS place FROM person');

/** Runs a transaction in a place and reports what it should not have seen. It ends well, is refused, or breaks, as `turn` says. */
async function visit(transactions: Transactions, place: TestPlace | null, turn: number): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (tx: Tx) => {
    const rows = await seenIn(tx);
    const foreign = rows.filter((row) => row.place !== place?.id).length;
    if (foreign > 0) wrong.push(`${foreign} foreign rows`);
    if (rows.length !== (place === null ? 0 : peopleInEach)) wrong.push(`${rows.length} rows`);
  };
  const actor = place === null ? nobody : programIn(place.id);
  if (turn % 3 === 0) {
    await transactions.read(actor, look);
    return wrong;
  }
  const ended = await transactions
    .run(actor, async (tx) => {
      await look(tx);
      await tx.query('SELECT pg_sleep($1)', [(turn % 5) / 1000]);
      await look(tx);
      if (turn % 7 === 0) throw new Error('on purpose');
      return turn % 11 === 0 ? problem({ code: 'on-purpose' as const }) : ok(undefined);
    })
    .catch((fault: unknown) => fault);
  if (ended instanceof Error && ended.message !== 'on purpose') wrong.push(ended.message);
  return wrong;
}

test(`S17: ${transactionCount} interleaved transactions over ${placeCount} neighbourhoods see no foreign row`, async () => {
  const transactions = world.app.get(Transactions, { strict: false });
  const next = numbers(17);
  const wrong: string[] = [];
  let left = transactionCount;
  const walker = async () => {
    while (left > 0) {
      left -= 1;
      // Every tenth asks in no neighbourhood at all: it must see what is nobody's, so nothing.
      const place = next() % 10 === 0 ? null : (places[(next() >>> 8) % placeCount] ?? null);
      wrong.push(...(await visit(transactions, place, next() >>> 8)));
    }
  };
  await Promise.all(Array.from({ length: 24 }, walker));
  expect(wrong).toEqual([]);
}, 60_000);

test('S17: a connection goes back to the pool with no neighbourhood left on it', async () => {
  const source = world.app.get(DataSource, { strict: false });
  const looks = Array.from({ length: 16 }, () =>
    source.query(
      `SELECT coalesce(current_setting('app.neighbourhood', true), '') AS place, count(p.id)::int AS people FROM pg_sleep(0.01) LEFT JOIN person p ON true`,
    ),
  );
  for (const [row] of await Promise.all(looks)) expect(row).toEqual({ place: '', people: 0 });
});

test('S17, control: a setting of the session, on a pooled connection, leaks to the next one', async () => {
  const pool = new pg.Pool({ connectionString: world.db.appUrl, max: 1 });
  let leaks = 0;
  for (const place of places.slice(0, 20)) {
    const first = await pool.connect();
    await first.query(`SELECT set_config('app.neighbourhood', $1, false)`, [place.id]);
    first.release();
    // Somebody else, who said nothing about where they are.
    const { rows } = await pool.query('SELECT DISTINCT neighbourhood_id AS place FROM person');
    if (rows.some((row) => row.place === place.id)) leaks += 1;
  }
  await pool.end();
  expect(leaks).toBe(20);
});

test('a row for another neighbourhood is refused, whatever the statement says', async () => {
  const [here, there] = places;
  if (!here || !there) throw new Error('Two places are needed.');
  const transactions = world.app.get(Transactions, { strict: false });
  const write = transactions.run(programIn(here.id), async (tx) => {
    await tx.query(`INSERT INTO person (neighbourhood_id, id, name) VALUES ($1, gen_random_uuid(), 'Somebody')`, [there.id]);
    return ok(undefined);
  });
  await expect(write).rejects.toThrow('row-level security');
  const move = transactions.run(programIn(here.id), async (tx) => {
    await tx.query('UPDATE idea SET neighbourhood_id = $1', [there.id]);
    return ok(await tx.query(`UPDATE person SET name = 'Changed' WHERE neighbourhood_id = $1 RETURNING id`, [there.id]));
  });
  expect(await move).toEqual({ ok: true, value: [] });
});

test('a transaction may look into a place that its request did not name, and is back home afterwards', async () => {
  const [here, there] = places;
  if (!here || !there) throw new Error('Two places are needed.');
  const transactions = world.app.get(Transactions, { strict: false });
  const seen = await transactions.run(programIn(here.id), async (tx) => {
    const inside = await tx.inPlace(there.id, seenIn);
    return ok({ inside, after: await seenIn(tx) });
  });
  if (!seen.ok) throw new Error('It was refused.');
  expect(new Set(seen.value.inside.map(({ place }) => place))).toEqual(new Set([there.id]));
  expect(new Set(seen.value.after.map(({ place }) => place))).toEqual(new Set([here.id]));
});
