import { randomUUID } from 'node:crypto';
import { castBallot, readBallot, readReceipt } from '@pursestrings/contracts/ballots';
import { findVoters, giveVotingCode } from '@pursestrings/contracts/rounds';
import { makeOpen, moveDates, type TestRound } from '../make/round.ts';
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

/** How many ballots would be counted if the box were emptied now, and how many envelopes lie in it. */
async function inTheBox(round: TestRound): Promise<{ voters: number; envelopes: number; marked: number }> {
  const [row] = await world.admin<{ voters: number; envelopes: number; marked: number }>(
    `SELECT (SELECT count(DISTINCT voter_ref)::int FROM vote.link WHERE round_id = $1) AS voters,
       (SELECT count(*)::int FROM vote.envelope WHERE round_id = $1) AS envelopes,
       (SELECT count(*)::int FROM vote.roll WHERE round_id = $1 AND state = 'cast') AS marked`,
    [round.id],
  );
  return row ?? { voters: -1, envelopes: -1, marked: -1 };
}

test('L31: casting is one clear act: a receipt, and the code says that the envelope is in the box', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  const cast = await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p1', 'p3') } });
  expect(cast).toMatchObject({ status: 200, body: { receipt: expect.stringMatching(/^[0-9A-Z]{3}(-[0-9A-Z]{3}){3}$/) } });
  const codeOf = (code: string) => world.ask(readReceipt, { params: { ...round.params, code } });
  expect((await codeOf(cast.body.receipt)).body).toEqual({ inTheBox: true });
  expect((await codeOf(cast.body.receipt.toLowerCase().replaceAll('-', ' '))).body).toEqual({ inTheBox: true });
  expect((await codeOf('000-000-000-000')).body).toEqual({ inTheBox: false });
  expect((await codeOf('nonsense')).body).toEqual({ inTheBox: false });
  expect(await inTheBox(round)).toEqual({ voters: 1, envelopes: 1, marked: 1 });
});

test('L29: my code says the same of a vote that was changed since, and nothing of choices', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  const first = await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p1') } });
  const second = await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p2', 'p3') } });
  expect(second.body.receipt).not.toBe(first.body.receipt);
  const answers = await Promise.all(
    [first, second].map(({ body }) => world.ask(readReceipt, { params: { ...round.params, code: body.receipt } })),
  );
  expect(answers.map(({ body }) => JSON.stringify(body))).toEqual(['{"inTheBox":true}', '{"inTheBox":true}']);
  expect(await inTheBox(round)).toEqual({ voters: 1, envelopes: 2, marked: 1 });
});

test('the same form sent again gets the same receipt and is no second ballot', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  const formId = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.ask(castBallot, { as: resident, params: round.params, body: { formId, choices: tick('p1') } })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
  expect(await inTheBox(round)).toEqual({ voters: 1, envelopes: 1, marked: 1 });
  const other = await world.makePerson(place, ['verified_resident']);
  expect(await world.ask(castBallot, { as: other, params: round.params, body: { formId, choices: tick('p1') } })).toMatchObject({
    status: 409,
    body: { problem: { code: 'form-already-used' } },
  });
});

test('V1, L5: 500 casts at once by one voter leave one ballot, and no answer is over 499', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, at) =>
      world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick(`p${(at % 3) + 1}`) } }),
    ),
  );
  expect(Math.max(...answers.map(({ status }) => status))).toBeLessThan(500);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.problem.code))).toEqual(
    new Set(['too-many-changes']),
  );
  expect(await inTheBox(round)).toEqual({ voters: 1, envelopes: 20, marked: 1 });
}, 60_000);

test('L3: forged, unknown, negative, fractional and huge marks are refused, and a price in the form is not even read', async () => {
  const round = await makeOpen(world, { chair, ballotType: 'points', limits: { pointsToGive: 10 } });
  const resident = await world.makePerson(place, ['verified_resident']);
  const cast = async (choices: unknown) => {
    const { status, body } = await world.ask(castBallot, { as: resident, params: round.params, body: { choices } });
    return `${status} ${body.problem?.code ?? 'cast'}`;
  };
  expect(await cast([{ code: 'p9', points: 1 }])).toBe('422 unknown-project');
  expect(await cast([{ code: "p1'; DROP TABLE vote.roll; --", points: 1 }])).toBe('422 unknown-project');
  expect(
    await cast([
      { code: 'p1', points: 1 },
      { code: 'p1', points: 1 },
    ]),
  ).toBe('422 project-named-twice');
  expect(await cast([{ code: 'p1', points: -1 }])).toBe('422 not-valid');
  expect(await cast([{ code: 'p1', points: 0.5 }])).toBe('422 not-valid');
  expect(await cast([{ code: 'p1', points: 1e9 }])).toBe('422 not-valid');
  expect(await cast([{ code: 'p1', points: 11 }])).toBe('422 points-wrong');
  expect(await cast([{ code: 'p1' }])).toBe('422 points-wrong');
  expect(await cast([{ code: 'p1', points: 1, costPence: 1 }])).toBe('422 not-valid');
  expect(await inTheBox(round)).toEqual({ voters: 0, envelopes: 0, marked: 0 });
  expect(await cast([{ code: 'p1', points: 10 }])).toBe('200 cast');
});

test('L3: a basket is added up from our own prices', async () => {
  const round = await makeOpen(world, { chair, ballotType: 'basket', potPence: 2_000_000 });
  const resident = await world.makePerson(place, ['verified_resident']);
  const cast = (choices: unknown) => world.ask(castBallot, { as: resident, params: round.params, body: { choices } });
  expect(await cast(tick('p1', 'p2'))).toMatchObject({ status: 422, body: { problem: { code: 'dearer-than-the-pot' } } });
  expect(await cast(tick('p1', 'p3'))).toMatchObject({ status: 200 });
});

test('somebody unknown, a stranger to the place and an administrator cast nothing (H4)', async () => {
  const round = await makeOpen(world, { chair });
  const admin = await world.makePerson(place, ['platform_admin', 'verified_resident']);
  const unchecked = await world.makePerson(place, []);
  const elsewhere = await world.makePerson(await world.makePlace(), ['verified_resident']);
  const cast = async (as: TestPerson | undefined) => {
    const { status, body } = await world.ask(castBallot, { as, params: round.params, body: { choices: [] } });
    return `${status} ${body.problem?.code}`;
  };
  expect(await cast(undefined)).toBe('401 sign-in-or-code');
  expect(await cast(unchecked)).toBe('403 not-on-the-list');
  expect(await cast(admin)).toBe('403 not-on-the-list');
  expect(await cast(elsewhere)).toBe('403 not-on-the-list');
  expect(await inTheBox(round)).toEqual({ voters: 0, envelopes: 0, marked: 0 });
});

test('a voting code votes as its voter, in any case and spacing; five wrong tries an hour and no more', async () => {
  const resident = await world.makePerson(place, ['verified_resident'], 'Tobias of the hill');
  const round = await makeOpen(world, { chair });
  const helper = await world.makePerson(place, ['helper']);
  await world.ask(castBallot, { as: chair, params: round.params, body: { choices: [] } });
  const given = await world.ask(giveVotingCode, { as: helper, params: round.params, body: { personId: resident.id } });
  expect(given).toMatchObject({ status: 200, body: { code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/) } });
  const found = await world.ask(findVoters, { as: helper, params: round.params, query: { name: 'TOBIAS of' } });
  expect(found.body).toEqual({ voters: [{ personId: resident.id, name: 'Tobias of the hill' }] });
  expect(await world.ask(findVoters, { as: chair, params: round.params })).toMatchObject({ status: 403 });
  const code: string = given.body.code;
  const cast = async (votingCode: string) => {
    const { status, body } = await world.ask(castBallot, { params: round.params, body: { votingCode, choices: tick('p1') } });
    return `${status} ${body.problem?.code ?? 'cast'}`;
  };
  expect(await cast(code.toLowerCase().replaceAll('-', ' '))).toBe('200 cast');
  const wrong = `${code.slice(0, 5)}AAAA-AAAA`;
  const tries = await Promise.all(Array.from({ length: 12 }, () => cast(wrong)));
  expect(tries.filter((answer) => answer === '403 code-wrong')).toHaveLength(5);
  expect(tries.filter((answer) => answer === '429 too-many-tries')).toHaveLength(7);
  expect(await cast(code)).toBe('429 too-many-tries');
  await world.admin(`UPDATE vote.code_try SET hour = hour - interval '1 hour'`);
  expect(await cast(code)).toBe('200 cast');
  const again = await world.ask(giveVotingCode, { as: helper, params: round.params, body: { personId: resident.id } });
  expect(await cast(code)).toBe('403 code-wrong');
  expect(await cast(again.body.code)).toBe('200 cast');
  expect(await inTheBox(round)).toEqual({ voters: 2, envelopes: 4, marked: 2 });
});

test('V1, S4: 500 races of one person over sign-in and code, with forms sent twice, leave one ballot', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => world.makePerson(place, ['verified_resident'])));
  const round = await makeOpen(world, { chair });
  const helper = await world.makePerson(place, ['helper']);
  await world.ask(castBallot, { as: chair, params: round.params, body: { choices: [] } });
  const codes = await Promise.all(
    people.map((person) => world.ask(giveVotingCode, { as: helper, params: round.params, body: { personId: person.id } })),
  );
  const races = people.flatMap((person, at) => {
    const sentAgain = randomUUID();
    return Array.from({ length: 10 }, (_, race) => ({
      as: race % 2 ? person : undefined,
      votingCode: race % 2 ? undefined : codes[at]?.body.code,
      formId: race < 4 ? sentAgain : randomUUID(),
      race,
    }));
  });
  const answers = await Promise.all(
    races.map(({ as, votingCode, formId, race }) =>
      world.ask(castBallot, {
        as,
        params: round.params,
        body: { choices: tick(`p${(race % 3) + 1}`), formId, ...(votingCode ? { votingCode } : {}) },
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await inTheBox(round)).toEqual({ voters: 51, marked: 51, envelopes: 50 * 7 + 1 });
}, 60_000);

test('S4, control: with another pseudonym key one person would have two ballots, and the box refuses that key', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  await world.ask(castBallot, { as: resident, params: round.params, body: { choices: [] } });
  const [row] = await world.admin<{ bytes: number }>('SELECT envelope_bytes AS bytes FROM round WHERE id = $1', [round.id]);
  const { Client } = (await import('pg')).default;
  const app = new Client({ connectionString: world.db.appUrl });
  await app.connect();
  await app.query('BEGIN');
  await app.query(`SELECT set_config('app.neighbourhood', $1, true)`, [place.id]);
  const answer = await app.query('SELECT outcome FROM vote.cast($1, $2, sha256($3), sha256($3), $4, $5, $6)', [
    round.id,
    resident.id,
    Buffer.from('another key'),
    randomUUID(),
    Buffer.alloc(row?.bytes ?? 0),
    'sign_in',
  ]);
  expect(answer.rows).toEqual([{ outcome: 'wrong-key' }]);
  await app.query('ROLLBACK');
  for (const sql of [
    'SELECT * FROM vote.envelope',
    'SELECT * FROM vote.link',
    `INSERT INTO vote.roll (neighbourhood_id, round_id, voter_id, added) VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'opening')`,
    `UPDATE vote.roll SET versions = 9`,
    'DELETE FROM vote.opened_ballot',
    'DELETE FROM vote.sealed',
    'TRUNCATE vote.bulletin',
    `UPDATE vote.opened_ballot SET line = 1`,
  ]) {
    await expect(app.query(sql)).rejects.toThrow(/permission denied/);
  }
  await app.end();
});

test('S4, control: two pseudonyms of one person would be two ballots; the box then stays shut', async () => {
  const round = await makeOpen(world, { chair });
  const resident = await world.makePerson(place, ['verified_resident']);
  await world.ask(castBallot, { as: resident, params: round.params, body: { choices: tick('p1') } });
  const { Client } = (await import('pg')).default;
  const app = new Client({ connectionString: world.db.appUrl });
  await app.connect();
  const asPlace = `SELECT set_config('app.neighbourhood', '${place.id}', false)`;
  await app.query(asPlace);
  const cast = `SELECT outcome FROM vote.cast($1, $2, sha256('another pseudonym'), (SELECT key_ref_hash FROM round WHERE id = $1),
    gen_random_uuid(), decode(repeat('00', (SELECT envelope_bytes FROM round WHERE id = $1)), 'hex'), 'sign_in')`;
  expect((await app.query(cast, [round.id, resident.id])).rows).toEqual([{ outcome: 'cast' }]);
  expect(await inTheBox(round)).toEqual({ voters: 2, envelopes: 2, marked: 1 });
  await moveDates(world, round, { opensIn: -60, closesIn: -1 });
  await app.query(`UPDATE round SET state = 'closed' WHERE id = $1`, [round.id]);
  await expect(app.query('SELECT vote.empty_box($1)', [round.id])).rejects.toMatchObject({ constraint: 'box_agrees_with_list' });
  await app.end();
});

test('L9: no column of the ballot box can hold an address, a browser or a moment finer than the hour', async () => {
  const columns = await world.admin<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'vote' AND table_name !~ '^(envelope|link)_'`,
  );
  expect(columns.length).toBeGreaterThan(30);
  expect(
    columns
      .filter(({ type }) => type === 'inet' || type.startsWith('timestamp'))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['code_try.hour', 'roll.hour']);
  expect(columns.filter(({ name }) => /(^|_)(ip|address|agent|browser|at|created|name|email)($|_)/.test(name.split('.')[1] ?? ''))).toEqual(
    [],
  );
  expect(
    columns
      .filter(({ name }) => name.startsWith('opened_ballot'))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['opened_ballot.choices', 'opened_ballot.line', 'opened_ballot.neighbourhood_id', 'opened_ballot.round_id']);
});

test('the ballot stands in an order of the visitor’s own, which says nothing else', async () => {
  const round = await makeOpen(world, { chair, costs: Array.from({ length: 12 }, () => 100_000) });
  const orderFor = async (order: string) =>
    (await world.ask(readBallot, { params: round.params, query: { order } })).body.projects.map(({ code }: { code: string }) => code);
  const one = await orderFor('0123456789abcdef');
  expect(await orderFor('0123456789abcdef')).toEqual(one);
  expect(await orderFor('fedcba9876543210')).not.toEqual(one);
  expect(one.toSorted()).toHaveLength(12);
});
