import { castBallot, readBallot } from '@pursestrings/contracts/ballots';
import { countRound, readResult } from '@pursestrings/contracts/results';
import { announceRound, cancelRound, listRounds, prepareRound, readRound } from '@pursestrings/contracts/rounds';
import { makeAnnounced, makeDraft, makeOpen, makeReadyProposal, moveDates } from '../make/round.ts';
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

test('a draft is seen by those who prepare rounds and by nobody else; announced, by all, with its proposals on the ballot', async () => {
  const round = await makeDraft(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  expect(await world.ask(readRound, { as: resident, params: round.params })).toMatchObject({ status: 404 });
  expect(await world.ask(readBallot, { params: round.params })).toMatchObject({ status: 404 });
  expect((await world.ask(listRounds, { params: { place: place.slug } })).body.rounds).toEqual([]);
  expect(await world.ask(readRound, { as: chair, params: round.params })).toMatchObject({
    status: 200,
    body: { round: { state: 'draft' }, may: ['announce', 'cancel'] },
  });
  expect(await world.ask(announceRound, { as: resident, params: round.params })).toMatchObject({ status: 403 });
  const announced = await world.ask(announceRound, { as: chair, params: round.params });
  expect(announced).toMatchObject({ status: 200, body: { rulesHash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  expect(await world.ask(readRound, { params: round.params })).toMatchObject({
    status: 200,
    body: {
      round: {
        state: 'announced',
        ruleName: 'mes_cost_add1_u',
        seed: null,
        rulesHash: announced.body.rulesHash,
        seedCommitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      may: [],
    },
  });
  expect(
    await world.admin(`SELECT DISTINCT q.state FROM proposal q JOIN round_project p ON p.proposal_id = q.id WHERE p.round_id = $1`, [
      round.id,
    ]),
  ).toEqual([{ state: 'on_ballot' }]);
  expect(await world.ask(announceRound, { as: chair, params: round.params })).toMatchObject({
    status: 409,
    body: { problem: { code: 'not-a-draft' } },
  });
});

test('deadlines are UK wall-clock times; an hour that the clock change skips or repeats is refused, and what is not ready is not asked about', async () => {
  const ready = [
    await makeReadyProposal(world, chair, { title: 'Lights', costPence: 1000 }),
    await makeReadyProposal(world, chair, { title: 'Bus', costPence: 2000 }),
  ];
  const ask = (body: object) =>
    world.ask(prepareRound, {
      as: chair,
      body: {
        title: 'Vote',
        question: 'Which?',
        potPence: 5000,
        ballotType: 'approval',
        opensOn: '2027-03-01',
        opensTime: '09:00',
        closesOn: '2027-03-28',
        closesTime: '17:00',
        proposals: ready.map(({ slug }) => slug),
        ...body,
      },
    });
  expect(await ask({ closesTime: '01:30' })).toMatchObject({ status: 422, body: { problem: { code: 'hour-skipped' } } });
  expect(await ask({ closesOn: '2027-10-31', closesTime: '01:30' })).toMatchObject({
    status: 422,
    body: { problem: { code: 'hour-repeated' } },
  });
  expect(await ask({ closesOn: '2027-02-01' })).toMatchObject({ status: 422, body: { problem: { code: 'closes-before-opening' } } });
  expect(await ask({ potPence: 1999 })).toMatchObject({ status: 409, body: { problem: { code: 'dearer-than-the-pot' } } });
  expect(await ask({ ballotType: 'points' })).toMatchObject({ status: 422, body: { problem: { code: 'limit-missing' } } });
  expect(await ask({ proposals: [ready[0]?.slug, 'no-such-proposal'] })).toMatchObject({
    status: 409,
    body: { problem: { code: 'proposal-not-ready' } },
  });
  const done = await ask({});
  expect(done.status).toBe(200);
  expect((await world.ask(readRound, { as: chair, params: { place: place.slug, round: done.body.slug } })).body.round).toMatchObject({
    opensAt: '2027-03-01T09:00:00Z',
    closesAt: '2027-03-28T16:00:00Z',
  });
});

test('V3, L25: announced rules, dates, projects and prices are frozen, for SQL too', async () => {
  const round = await makeAnnounced(world, { chair });
  const { Client } = (await import('pg')).default;
  const app = new Client({ connectionString: world.db.appUrl });
  await app.connect();
  const attempt = async (sql: string) => {
    await app.query('BEGIN');
    await app.query(`SELECT set_config('app.neighbourhood', $1, true)`, [place.id]);
    const outcome = await app.query(sql.replaceAll('$1', `'${round.id}'`)).then(
      ({ rowCount }) => `changed ${rowCount}`,
      (fault: { constraint?: string; message: string }) => fault.constraint ?? fault.message,
    );
    await app.query('ROLLBACK');
    return outcome;
  };
  for (const change of [
    `pot_pence = pot_pence + 1`,
    `title = 'Other'`,
    `question = 'Other?'`,
    `rule = '{}'`,
    `ballot_type = 'points'`,
    `opens_at = opens_at + interval '1 hour'`,
    `closes_at = closes_at + interval '1 hour'`,
    `seed_commitment = sha256('x')`,
    `rules_hash = sha256('x')`,
    `public_key = sha256('x')`,
    `seed = sha256('x')`,
    `envelope_bytes = 10`,
  ]) {
    expect(`${change}: ${await attempt(`UPDATE round SET ${change} WHERE id = $1`)}`).toBe(`${change}: round_rules_frozen`);
  }
  expect(await attempt(`UPDATE round SET state = 'draft' WHERE id = $1`)).toBe('round_state_forward');
  expect(await attempt(`UPDATE round SET state = 'published' WHERE id = $1`)).toBe('round_state_forward');
  expect(await attempt(`UPDATE round SET imported = true WHERE id = $1`)).toBe('round_keeps_address');
  expect(await attempt(`DELETE FROM round WHERE id = $1`)).toMatch(/permission denied/);
  expect(await attempt(`DELETE FROM round_project WHERE round_id = $1`)).toBe('round_projects_frozen');
  expect(await attempt(`UPDATE round_project SET title = 'Other' WHERE round_id = $1`)).toBe('round_projects_frozen');
  expect(
    await attempt(
      `INSERT INTO round_project (neighbourhood_id, round_id, code, position, title, cost_pence) SELECT neighbourhood_id, id, 'p9', 9, 'Late', 1 FROM round WHERE id = $1`,
    ),
  ).toBe('round_projects_frozen');
  expect(await attempt(`UPDATE round_project SET cost_pence = 1 WHERE round_id = $1`)).toBe('changed 3');
  await moveDates(world, round, { opensIn: -1, closesIn: 600 });
  expect(await attempt(`UPDATE round_project SET cost_pence = 1 WHERE round_id = $1`)).toBe('round_projects_frozen');
  await app.end();
});

test('a round is cancelled in public, with its reason; its proposals are ready again and its box takes nothing', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  expect((await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p1') } })).status).toBe(200);
  expect(await world.ask(cancelRound, { as: chair, params: round.params, body: { reason: '' } })).toMatchObject({ status: 422 });
  expect(await world.ask(cancelRound, { as: chair, params: round.params, body: { reason: 'The prices were wrong.' } })).toMatchObject({
    status: 200,
  });
  expect(await world.ask(readRound, { params: round.params })).toMatchObject({
    body: { round: { state: 'cancelled', cancelledReason: 'The prices were wrong.' } },
  });
  expect(await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p2') } })).toMatchObject({
    status: 409,
    body: { problem: { code: 'not-open' } },
  });
  expect(
    await world.admin(`SELECT DISTINCT q.state FROM proposal q JOIN round_project p ON p.proposal_id = q.id WHERE p.round_id = $1`, [
      round.id,
    ]),
  ).toEqual([{ state: 'ready' }]);
});

test('V4, L7: while voting runs nothing that anybody can read varies with what was cast', async () => {
  const place = await world.makePlace('staithe-row');
  const chair = await world.makePerson(place, ['chair', 'member', 'verified_resident']);
  const round = await makeOpen(world, { chair });
  const voters = [await world.makePerson(place, ['verified_resident']), await world.makePerson(place, ['verified_resident'])];
  const viewers = [
    undefined,
    voters[0],
    chair,
    await world.makePerson(place, ['scrutineer']),
    await world.makePerson(place, ['platform_admin']),
    await world.makePerson(place, ['worker']),
  ];
  const everything = async () => {
    const pages: string[] = [];
    for (const as of viewers) {
      for (const endpoint of [listRounds, readRound, readBallot, readResult])
        pages.push(JSON.stringify((await world.ask(endpoint, { as, params: round.params })).body));
    }
    return pages;
  };
  await world.ask(castBallot, { as: voters[0], params: round.params, body: { choices: tick('p1') } });
  const before = await everything();
  await world.ask(castBallot, { as: voters[0], params: round.params, body: { choices: tick('p2', 'p3') } });
  await world.ask(castBallot, { as: voters[1], params: round.params, body: { choices: tick('p2') } });
  expect(await everything()).toEqual(before);
  expect(await world.ask(countRound, { as: viewers[3], params: round.params })).toMatchObject({
    status: 409,
    body: { problem: { code: 'voting-still-running' } },
  });
});

test('production refuses to hold a vote while keys would lie on the server', async () => {
  const { RoundKeys } = await import('../../src/modules/ballots/index.ts');
  const keys = (mode: string, demonstration: boolean) => new RoundKeys({} as never, { mode, demonstration } as never).mayHoldVotes();
  expect([keys('production', false), keys('production', true), keys('laptop', false), keys('laptop', true), keys('test', false)]).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
