import { castBallot, readReceipt } from '@pursestrings/contracts/ballots';
import { countRound } from '@pursestrings/contracts/results';
import { CloseRound } from '../../src/modules/rounds/index.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeAnnounced, makeOpen, moveDates, type TestRound } from '../make/round.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let chair: TestPerson;
beforeAll(async () => {
  world = await makeWorld();
  place = await world.makePlace('kettlewick');
  chair = await world.makePerson(place, ['chair', 'member', 'verified_resident']);
});
afterAll(() => world.stop());

const tick = (...codes: string[]) => codes.map((code) => ({ code }));

test('L6: voting runs from opening up to, not including, closing; one millisecond decides', async () => {
  const within = async (offsetMs: number) => {
    const [row] = await world.admin<{ open: boolean }>(
      `SELECT vote.is_within(timestamptz '2026-12-01 09:00Z', timestamptz '2026-12-11 17:00Z', timestamptz '2026-12-11 17:00Z' + make_interval(secs => $1::numeric / 1000)) AS open`,
      [offsetMs],
    );
    return row?.open;
  };
  expect([await within(-1), await within(0), await within(1)]).toEqual([true, false, false]);
  const round = await makeAnnounced(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  const cast = async (params: TestRound['params'] = round.params) => {
    const { status, body } = await world.ask(castBallot, { as: resident, params, body: { choices: tick('p1') } });
    return `${status} ${body.problem?.code ?? 'cast'}`;
  };
  expect(await cast()).toBe('409 not-open');
  await moveDates(world, round, { opensIn: -5, closesIn: 60 });
  expect(await cast()).toBe('200 cast');
  await moveDates(world, round, { opensIn: -5, closesIn: -0.001 });
  expect(await cast()).toBe('409 not-open');
});

test('L6: a slow request that waits at the lock across closing time is late', async () => {
  const round = await makeOpen(world, { chair });
  const [early, slow] = await Promise.all([world.makePerson(place, ['verified_resident']), world.makePerson(place, ['verified_resident'])]);
  expect((await world.ask(castBallot, { as: early, params: round.params, body: { choices: [] } })).status).toBe(200);
  await moveDates(world, round, { opensIn: -5, closesIn: 0.4 });
  const { Client } = (await import('pg')).default;
  const holder = new Client({ connectionString: world.db.adminUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM round WHERE id = $1 FOR UPDATE', [round.id]);
  const answer = world.ask(castBallot, { as: slow, params: round.params, body: { choices: tick('p1') } });
  await new Promise((resolve) => setTimeout(resolve, 700));
  await holder.query('COMMIT');
  await holder.end();
  expect(await answer).toMatchObject({ status: 409, body: { problem: { code: 'not-open' } } });
});

test('a form sent again after closing gets the receipt it missed', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  const body = { formId: '5b5a2d5e-3c1f-4d9e-8a77-0a4d5a9a1c11', choices: tick('p1') };
  const first = await world.ask(castBallot, { as: resident, params: round.params, body });
  await moveDates(world, round, { opensIn: -5, closesIn: -1 });
  expect(await world.ask(castBallot, { as: resident, params: round.params, body })).toMatchObject({
    status: 200,
    body: { receipt: first.body.receipt },
  });
});

test('V1, S5: 1,000 votes across closing time: none late is accepted, none acknowledged is uncounted', async () => {
  const people: TestPerson[] = [];
  for (let i = 0; i < 50; i += 1) people.push(await world.makePerson(place, ['verified_resident']));
  const round = await makeOpen(world, { chair });
  expect((await world.ask(castBallot, { as: chair, params: round.params, body: { choices: [] } })).status).toBe(200);
  await moveDates(world, round, { opensIn: -5, closesIn: 1.5 });
  const [row] = await world.admin<{ closes: number }>(
    `SELECT extract(epoch FROM closes_at)::float8 * 1000 AS closes FROM round WHERE id = $1`,
    [round.id],
  );
  const closesMs = row?.closes ?? 0;
  const acknowledged: string[] = [];
  let late = 0;
  let refused = 0;
  const one = async (at: number) => {
    const sentMs = Date.now();
    const { status, body } = await world.ask(castBallot, {
      as: people[at % people.length],
      params: round.params,
      body: { choices: tick(`p${(at % 3) + 1}`) },
    });
    if (status === 200) acknowledged.push(body.receipt);
    else if (body.problem.code === 'not-open') refused += 1;
    else throw new Error(`${status} ${JSON.stringify(body)}`);
    if (status === 200 && sentMs > closesMs) late += 1;
  };
  for (let at = 0; at < 1000; at += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, extra) => one(at + extra)));
    if (Date.now() < closesMs) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(late).toBe(0);
  expect(refused).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  await world.app.get(CloseRound).ifDue(programIn(place.id), round.id);
  const scrutineer = await world.makePerson(place, ['scrutineer']);
  expect(await world.ask(countRound, { as: scrutineer, params: round.params })).toMatchObject({ status: 200 });
  const found = await Promise.all(acknowledged.map((code) => world.ask(readReceipt, { params: { ...round.params, code } })));
  expect(found.every(({ body }) => body.inTheBox)).toBe(true);
  const [counted] = await world.admin<{ n: number; marked: number }>(
    `SELECT (SELECT count(*)::int FROM vote.opened_ballot WHERE round_id = $1) AS n, (SELECT count(*)::int FROM vote.roll WHERE round_id = $1 AND state = 'cast') AS marked`,
    [round.id],
  );
  expect(counted?.n).toBe(counted?.marked);
}, 60_000);

test('S5, control: with the clock taken out of the box, a late vote is accepted', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  expect((await world.ask(castBallot, { as: chair, params: round.params, body: { choices: [] } })).status).toBe(200);
  await moveDates(world, round, { opensIn: -60, closesIn: -1 });
  const late = () => world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p1') } });
  expect((await late()).status).toBe(409);
  const clock = (check: string) =>
    world.admin(
      `CREATE OR REPLACE FUNCTION vote.is_within(opens timestamptz, closes timestamptz, at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT ${check}'`,
    );
  await clock('true');
  expect((await late()).status).toBe(200);
  await clock('at >= opens AND at < closes');
  expect((await late()).status).toBe(409);
});
