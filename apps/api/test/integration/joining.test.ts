import { randomUUID } from 'node:crypto';
import { joinPlace, listWaitingPeople, vouchForNewPerson, vouchForPerson } from '@pursestrings/contracts/joining';
import { readMe } from '@pursestrings/contracts/people';
import { readPlace, setUpPlace } from '@pursestrings/contracts/places';
import { askForLetter, signInByCode } from '@pursestrings/contracts/sign-in';
import { cookieOf, letterTo } from '../make/letters.ts';
import { makeWorld, type TestPlace, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

async function makeArea(): Promise<TestPlace> {
  const place = await world.makePlace();
  await world.admin(`INSERT INTO neighbourhood_postcode (neighbourhood_id, postcode) VALUES ($1, 'QK41AB'), ($1, 'QK42ZZ')`, [place.id]);
  return place;
}

const saying = (more: Record<string, unknown> = {}) => ({
  name: 'Shanice',
  isThirteenOrOlder: true,
  livesHere: true,
  email: `${randomUUID()}@example.org`,
  ...more,
});

async function open(place: TestPlace, body: Record<string, unknown>) {
  const asked = await world.ask(joinPlace, { params: { place: place.slug }, body });
  const { code } = await letterTo(world, String(body.email));
  const answer = await world.ask(signInByCode, { body: { letter: asked.body.letter, code } });
  return { answer, me: (await world.ask(readMe, { headers: { cookie: cookieOf(answer) }, query: { place: place.slug } })).body };
}

test('L18: a postcode in the area is found in any spacing and case, and is not kept', async () => {
  const place = await makeArea();
  for (const postcode of ['QK4 1AB', 'qk41ab', ' Qk4  1aB ']) {
    const { answer, me } = await open(place, saying({ postcode }));
    expect(answer).toMatchObject({ status: 200, body: { place: place.slug } });
    expect(me).toMatchObject({ signedIn: true, name: 'Shanice', roles: expect.arrayContaining(['resident', 'verified_resident']) });
  }
});

test('somebody from outside the area, too young, or not living there gets a reason, and nothing is written', async () => {
  const place = await makeArea();
  const codeFor = async (more: Record<string, unknown>) =>
    (await world.ask(joinPlace, { params: { place: place.slug }, body: saying(more) })).body.problem?.code;
  expect(await codeFor({ postcode: 'QK9 9ZZ' })).toBe('not-in-area');
  expect(await codeFor({ livesHere: false })).toBe('not-living-here');
  expect(await codeFor({ isThirteenOrOlder: false })).toBe('under-thirteen');
  expect(await codeFor({ bornYear: new Date().getFullYear() - 12 })).toBe('under-thirteen');
  expect(await codeFor({ email: undefined })).toBe('email-missing');
  const [rows] = await world.admin<{ n: number }>(
    'SELECT (SELECT count(*) FROM person WHERE neighbourhood_id = $1)::int + (SELECT count(*) FROM joining WHERE neighbourhood_id = $1)::int AS n',
    [place.id],
  );
  expect(rows?.n).toBe(0);
});

test('H5: nobody is put on record before the neighbourhood has a data controller', async () => {
  const place = await makeArea();
  const helper = await world.makePerson(place, ['helper']);
  await world.admin('UPDATE neighbourhood SET data_controller = NULL WHERE id = $1', [place.id]);
  expect((await world.ask(joinPlace, { params: { place: place.slug }, body: saying() })).body.problem.code).toBe('no-data-controller');
  expect((await world.ask(vouchForNewPerson, { as: helper, body: { name: 'Yusuf', isThirteenOrOlder: true } })).body.problem.code).toBe(
    'no-data-controller',
  );
});

test('nobody has an account before they open the letter; joining again overwrites nothing', async () => {
  const place = await makeArea();
  const body = saying();
  const accounts = async () =>
    (await world.admin<{ n: number }>('SELECT count(*)::int AS n FROM account WHERE email = $1', [body.email]))[0]?.n;
  await world.ask(joinPlace, { params: { place: place.slug }, body });
  expect(await accounts()).toBe(0);
  const first = await open(place, body);
  expect(first.me.roles).toEqual(['resident']);
  expect(await accounts()).toBe(1);
  const again = await open(place, { ...body, name: 'Somebody else', postcode: 'QK4 1AB' });
  expect(again.me).toMatchObject({ name: 'Shanice', roles: expect.arrayContaining(['verified_resident']) });
});

test('somebody signed in joins a second neighbourhood at once', async () => {
  const place = await makeArea();
  const person = await world.makePerson(await world.makePlace());
  const answer = await world.ask(joinPlace, {
    as: person,
    params: { place: place.slug },
    body: { ...saying({ postcode: 'qk4 2zz' }), email: undefined },
  });
  expect(answer).toMatchObject({ status: 200, body: { joined: true, isVerifiedResident: true } });
  expect((await world.ask(readMe, { as: person, query: { place: place.slug } })).body.roles).toContain('verified_resident');
});

test('whoever joined without a postcode is vouched for by somebody else at the hub', async () => {
  const place = await makeArea();
  const helper = await world.makePerson(place, ['helper']);
  const { answer } = await open(place, saying());
  const waiting = (await world.ask(listWaitingPeople, { as: helper })).body.people;
  expect(waiting).toEqual([{ id: expect.any(String), name: 'Shanice', joinedAt: expect.any(String) }]);
  expect((await world.ask(vouchForPerson, { as: helper, params: { person: helper.id } })).body.problem.code).toBe('not-oneself');
  expect((await world.ask(vouchForPerson, { as: helper, params: { person: waiting[0].id } })).status).toBe(200);
  expect((await world.ask(readMe, { headers: { cookie: cookieOf(answer) }, query: { place: place.slug } })).body.roles).toContain(
    'verified_resident',
  );
  expect((await world.ask(listWaitingPeople, { as: helper })).body.people).toEqual([]);
  const [check] = await world.admin<{ way: string; checked_by: string }>(
    'SELECT way, checked_by FROM residency_check WHERE neighbourhood_id = $1 AND person_id = $2',
    [place.id, waiting[0].id],
  );
  expect(check).toEqual({ way: 'vouched', checked_by: helper.id });
});

test('H3: a helper puts a child of any age on record, but gives nobody under 13 an account', async () => {
  const place = await makeArea();
  const helper = await world.makePerson(place, ['worker']);
  const email = `${randomUUID()}@example.org`;
  const add = (more: Record<string, unknown>) =>
    world.ask(vouchForNewPerson, { as: helper, body: { name: 'Kit', isThirteenOrOlder: false, ...more } });
  expect((await add({ bornYear: 2016 })).status).toBe(200);
  expect((await add({ email })).body.problem.code).toBe('under-thirteen');
  expect((await add({ email, isThirteenOrOlder: true })).status).toBe(200);
  expect((await add({ email, isThirteenOrOlder: true })).body.problem.code).toBe('already-here');
});

test('a neighbourhood is set up by an administrator, and its first chair can sign in', async () => {
  const admin = await world.makePerson(await world.makePlace());
  const body = {
    name: 'Marram Top',
    postcodes: 'QK4 3AA\nqk43ab',
    dataController: 'Marram Top Trust',
    chairName: 'Ifan',
    chairEmail: 'Ifan@Example.org',
  };
  expect((await world.ask(setUpPlace, { as: admin, body })).status).toBe(403);
  await world.admin('INSERT INTO platform_administrator (account_id) VALUES ($1)', [admin.accountId]);
  expect((await world.ask(setUpPlace, { as: admin, body: { ...body, name: 'Sign in' } })).body.problem.code).toBe('name-taken');
  expect((await world.ask(setUpPlace, { as: admin, body: { ...body, postcodes: 'the mill' } })).body.problem).toEqual({
    code: 'postcodes-wrong',
    wrong: ['the mill'],
  });
  const formId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => world.ask(setUpPlace, { as: admin, body: { ...body, formId } })));
  expect(answers.map(({ status, body: { slug } }) => [status, slug])).toEqual(Array(3).fill([200, 'marram-top']));
  expect((await world.ask(setUpPlace, { as: admin, body })).body.problem.code).toBe('name-taken');
  expect((await world.ask(readPlace, { params: { place: 'marram-top' } })).body.place).toMatchObject({
    name: 'Marram Top',
    dataController: 'Marram Top Trust',
  });
  const letter = await world.ask(askForLetter, { body: { email: 'ifan@example.org' } });
  const { code } = await letterTo(world, 'ifan@example.org');
  const signedIn = await world.ask(signInByCode, { body: { letter: letter.body.letter, code } });
  expect(signedIn.body).toEqual({ secondFactor: 'to-set-up', place: 'marram-top' });
  // H4: an administrator is nobody inside.
  expect((await world.ask(readMe, { as: admin, query: { place: 'marram-top' } })).body.roles).toEqual([]);
});
