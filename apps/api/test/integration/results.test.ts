import { castBallot } from '@pursestrings/contracts/ballots';
import { confirmResult, countRound, publishResult, readBallotsFile, readResult, recountRound } from '@pursestrings/contracts/results';
import { cancelRound, readRound } from '@pursestrings/contracts/rounds';
import { count } from '@pursestrings/voting-rules/count';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import { neighbourhoodRule } from '@pursestrings/voting-rules/rules';
import { RoundKeys } from '../../src/modules/ballots/index.ts';
import { RoundClock } from '../../src/modules/rounds/round-clock.ts';
import { makeAnnounced, makeOpen, moveDates, type TestRound } from '../make/round.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let chair: TestPerson;
let checkers: [TestPerson, TestPerson];
beforeAll(async () => {
  world = await makeWorld();
  place = await world.makePlace('kettlewick');
  chair = await world.makePerson(place, ['chair', 'member', 'verified_resident']);
  checkers = [await world.makePerson(place, ['scrutineer']), await world.makePerson(place, ['scrutineer'])];
});
afterAll(() => world.stop());

const tick = (...codes: string[]) => codes.map((code) => ({ code }));

/** An open round, and these ballots cast by as many residents; then its time is over. */
async function makeVoted(ballots: readonly (readonly string[])[]): Promise<TestRound> {
  const round = await makeOpen(world, { chair, potPence: 3_000_000, costs: [960_000, 1_480_000, 620_000, 840_000] });
  for (const codes of ballots) {
    const resident = await world.makePerson(place, ['verified_resident']);
    // Everybody changes their mind once: only the last ballot counts.
    await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p4') } });
    const cast = await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick(...codes) } });
    if (cast.status !== 200) throw new Error(JSON.stringify(cast.body));
  }
  await moveDates(world, round, { opensIn: -60, closesIn: -1 });
  return round;
}

const thirtyTwo = [
  ...Array.from({ length: 14 }, () => ['p1', 'p2']),
  ...Array.from({ length: 8 }, () => ['p1', 'p3']),
  ...Array.from({ length: 6 }, () => ['p4']),
  ...Array.from({ length: 4 }, () => [] as string[]),
];

test('V1, V2, V6: closed, opened, counted, checked by two, published, and counted again by anybody with the same result', async () => {
  const round = await makeVoted(thirtyTwo);
  const keys = world.app.get(RoundKeys);
  expect(keys.hasReferenceKey(round.id)).toBe(true);
  const counted = await world.ask(countRound, { as: checkers[0], params: round.params });
  expect(counted).toMatchObject({ status: 200, body: { ballots: 32 } });
  expect(keys.hasReferenceKey(round.id)).toBe(false);
  expect(
    await world.admin(
      `SELECT relname FROM pg_class WHERE relname LIKE 'envelope_' || replace($1, '-', '') || '%' OR relname LIKE 'link_' || replace($1, '-', '') || '%'`,
      [round.id],
    ),
  ).toEqual([]);
  expect((await world.ask(countRound, { as: checkers[0], params: round.params })).body).toEqual({ problem: { code: 'already-counted' } });
  expect(await world.ask(readResult, { params: round.params })).toMatchObject({
    status: 404,
    body: { problem: { code: 'no-result-yet' } },
  });
  const provisional = await world.ask(readResult, { as: checkers[0], params: round.params });
  expect(provisional).toMatchObject({
    status: 200,
    body: { result: { state: 'provisional', version: 1, ballots: 32, emptyBallots: 4, mostVotesFirst: null, confirmedBy: 0 } },
  });
  const confirm = (as: TestPerson, version = 1) =>
    world.ask(confirmResult, { as, params: round.params, body: { version, noInterest: 'yes' } });
  expect(await confirm(chair)).toMatchObject({ status: 403 });
  expect(await confirm(checkers[0], 2)).toMatchObject({ status: 409, body: { problem: { code: 'another-version' } } });
  expect(await confirm(checkers[0])).toMatchObject({ status: 200, body: { state: 'provisional', confirmations: 1 } });
  expect(await confirm(checkers[0])).toMatchObject({ status: 409, body: { problem: { code: 'already-confirmed' } } });
  expect(await world.ask(publishResult, { as: chair, params: round.params })).toMatchObject({
    status: 409,
    body: { problem: { code: 'not-verified' } },
  });
  expect(await confirm(checkers[1])).toMatchObject({ status: 200, body: { state: 'verified', confirmations: 2 } });
  expect(await world.ask(publishResult, { as: chair, params: round.params })).toMatchObject({ status: 200, body: { state: 'published' } });

  const page = await world.ask(readResult, { params: round.params });
  const file = await world.ask(readBallotsFile, { params: round.params });
  expect(file.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'x-sha256': page.body.result.digest });
  const again = count(readPb(file.body as string).input, neighbourhoodRule);
  expect(again.chosen.toSorted()).toEqual(
    page.body.result.projects
      .filter((p: { chosen: boolean }) => p.chosen)
      .map((p: { code: string }) => p.code)
      .toSorted(),
  );
  expect({ spent: again.spent, left: again.left }).toEqual({ spent: page.body.result.spentPence, left: page.body.result.leftPence });
  expect(page.body.result.projects.map((p: { code: string; votes: number }) => [p.code, p.votes])).toEqual(
    expect.arrayContaining([
      ['p1', 22],
      ['p2', 14],
      ['p3', 8],
      ['p4', 6],
    ]),
  );
  expect(page.body.result.projects.every((p: { sentences: string[] }) => p.sentences.length === 2)).toBe(true);

  const outcomes = await world.admin<{ code: string; outcome: string; state: string }>(
    `SELECT p.code, p.outcome, q.state FROM round_project p JOIN proposal q ON q.id = p.proposal_id WHERE p.round_id = $1 ORDER BY p.code`,
    [round.id],
  );
  for (const { code, outcome, state } of outcomes)
    expect({ code, outcome, state }).toEqual({
      code,
      outcome: again.chosen.includes(code) ? 'chosen' : 'not_chosen_this_time',
      state: outcome,
    });

  expect(await world.ask(recountRound, { as: checkers[1], params: round.params })).toMatchObject({
    status: 200,
    body: { same: true, version: 2 },
  });
  expect(await world.ask(readRound, { params: round.params })).toMatchObject({
    body: { round: { state: 'published', seed: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  });
}, 60_000);

test('V2: what was opened was written by one statement, sorted, so that no hidden column joins a ballot to its voter', async () => {
  const round = await makeVoted(thirtyTwo);
  await world.ask(countRound, { as: checkers[0], params: round.params });
  const rows = await world.admin<{ xmin: string; choices: Buffer }>(
    `SELECT xmin::text, choices FROM vote.opened_ballot WHERE round_id = $1 ORDER BY ctid`,
    [round.id],
  );
  expect(rows).toHaveLength(32);
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
  expect(rows.map(({ choices }) => choices.toString('hex'))).toEqual(rows.map(({ choices }) => choices.toString('hex')).toSorted());
  const roll = await world.admin<{ xmin: string }>(`SELECT DISTINCT xmin::text FROM vote.roll WHERE round_id = $1 AND state = 'cast'`, [
    round.id,
  ]);
  const sealed = await world.admin<{ xmin: string }>(`SELECT DISTINCT xmin::text FROM vote.sealed WHERE round_id = $1`, [round.id]);
  expect(sealed).toHaveLength(1);
  expect(roll.filter(({ xmin }) => [rows[0]?.xmin, sealed[0]?.xmin].includes(xmin))).toEqual([]);
}, 60_000);

test('V2, control: while the vote runs, one join on the hidden column links every envelope to its voter, but what it leads to is sealed', async () => {
  const round = await makeOpen(world, { chair });
  const people: TestPerson[] = [];
  for (let i = 0; i < 5; i += 1) people.push(await world.makePerson(place, ['verified_resident']));
  for (const person of people) await world.ask(castBallot, { as: person, params: round.params, body: { choices: tick('p1') } });
  const joined = await world.admin<{ ct: Buffer }>(
    `SELECT e.ct FROM vote.roll r JOIN vote.envelope e ON e.xmin = r.xmin WHERE r.round_id = $1`,
    [round.id],
  );
  expect(joined).toHaveLength(5);
  expect(new Set(joined.map(({ ct }) => ct.length)).size).toBe(1);
  expect(new Set(joined.map(({ ct }) => ct.toString('hex'))).size).toBe(5);
});

test('V6: whoever proposed something in the vote, or declared an interest in it, does not check it', async () => {
  const round = await makeVoted([['p1']]);
  await world.ask(countRound, { as: chair, params: round.params });
  const interested = await world.makePerson(place, ['scrutineer']);
  const [project] = await world.admin<{ proposal_id: string }>(`SELECT proposal_id FROM round_project WHERE round_id = $1 LIMIT 1`, [
    round.id,
  ]);
  const confirm = (as: TestPerson, noInterest: unknown = 'yes') =>
    world.ask(confirmResult, { as, params: round.params, body: { version: 1, noInterest } });
  expect(await confirm(interested, false)).toMatchObject({ status: 422 });
  await world.admin(`UPDATE proposal SET author_id = $2 WHERE id = $1`, [project?.proposal_id, interested.id]);
  expect(await confirm(interested)).toMatchObject({ status: 409, body: { problem: { code: 'has-an-interest' } } });
});

test('V6: with fewer than 30 ballots the file is for the vote checkers alone', async () => {
  const round = await makeVoted([['p1'], ['p2'], []]);
  await world.ask(countRound, { as: chair, params: round.params });
  for (const as of checkers) await world.ask(confirmResult, { as, params: round.params, body: { version: 1, noInterest: 'yes' } });
  await world.ask(publishResult, { as: chair, params: round.params });
  expect(await world.ask(readBallotsFile, { params: round.params })).toMatchObject({
    status: 404,
    body: { problem: { code: 'too-few-ballots' } },
  });
  expect((await world.ask(readBallotsFile, { as: checkers[0], params: round.params })).status).toBe(200);
  expect((await world.ask(readResult, { params: round.params })).body.result).toMatchObject({ fileIsPublic: false, ballots: 3 });
});

test('a round in which nobody voted is counted too', async () => {
  const round = await makeVoted([]);
  expect(await world.ask(countRound, { as: chair, params: round.params })).toMatchObject({ status: 200, body: { ballots: 0 } });
  expect((await world.ask(readResult, { as: chair, params: round.params })).body.result).toMatchObject({ ballots: 0, spentPence: 0 });
});

test('V2: 28 days after the checked result, and with a cancelled vote at once, envelopes and keys are gone; the ballots stay', async () => {
  const clock = world.app.get(RoundClock);
  const keys = world.app.get(RoundKeys);
  const left = async (round: TestRound) =>
    (
      await world.admin<{ sealed: number; opened: number; forgotten: boolean }>(
        `SELECT (SELECT count(*)::int FROM vote.sealed WHERE round_id = $1) AS sealed, (SELECT count(*)::int FROM vote.opened_ballot WHERE round_id = $1) AS opened,
           (SELECT forgotten_at IS NOT NULL FROM round WHERE id = $1) AS forgotten`,
        [round.id],
      )
    )[0];
  const round = await makeVoted([['p1'], ['p2'], []]);
  await world.ask(countRound, { as: chair, params: round.params });
  for (const as of checkers) await world.ask(confirmResult, { as, params: round.params, body: { version: 1, noInterest: 'yes' } });
  await clock.tick();
  expect(await left(round)).toEqual({ sealed: 3, opened: 3, forgotten: false });
  await world.admin(`UPDATE round SET verified_at = verified_at - interval '28 days' WHERE id = $1`, [round.id]);
  await clock.tick();
  expect(await left(round)).toEqual({ sealed: 0, opened: 3, forgotten: true });
  expect(() => keys.privateKey(round.id)).toThrow(/is not there/);
  const cancelled = await makeOpen(world, { chair });
  await world.ask(castBallot, { as: chair, params: cancelled.params, body: { choices: tick('p1') } });
  await world.ask(cancelRound, { as: chair, params: cancelled.params, body: { reason: 'The prices were wrong.' } });
  await clock.tick();
  expect(await left(cancelled)).toEqual({ sealed: 0, opened: 0, forgotten: true });
  expect(keys.hasReferenceKey(cancelled.id)).toBe(false);
  expect(() => keys.privateKey(cancelled.id)).toThrow(/is not there/);
});

test('the clock opens what is due and closes it, each once, and a round whose whole time went by unnoticed too', async () => {
  const clock = world.app.get(RoundClock);
  const state = async (round: TestRound) =>
    (await world.admin<{ state: string }>(`SELECT state FROM round WHERE id = $1`, [round.id]))[0]?.state;
  const round = await makeAnnounced(world, { chair });
  await clock.tick();
  expect(await state(round)).toBe('announced');
  await moveDates(world, round, { opensIn: -1, closesIn: 60 });
  await Promise.all([clock.tick(), world.ask(castBallot, { as: chair, params: round.params, body: { choices: [] } })]);
  expect(await state(round)).toBe('open');
  await moveDates(world, round, { opensIn: -9, closesIn: -1 });
  await clock.tick();
  expect(await state(round)).toBe('closed');
  const unnoticed = await makeAnnounced(world, { chair });
  await moveDates(world, unnoticed, { opensIn: -9, closesIn: -1 });
  await clock.tick();
  expect(await state(unnoticed)).toBe('closed');
  const events = await world.admin<{ type: string }>(`SELECT type FROM event WHERE subject_id = $1 ORDER BY id`, [round.id]);
  expect(events.map(({ type }) => type).filter((type) => type !== 'round.vote_arrived')).toEqual([
    'round.announced',
    'round.opened',
    'round.closed',
  ]);
});
