import { randomUUID } from 'node:crypto';
import { readMe } from '@pursestrings/contracts/people';
import {
  askForLetter,
  demonstrationSignIn,
  listDemonstrationPeople,
  signInByCode,
  signInByLink,
  signOut,
} from '@pursestrings/contracts/sign-in';
import { cookieOf, letterTo } from '../make/letters.ts';
import { makeWorld, type TestPerson, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_DEMONSTRATION: 'yes' });
});
afterAll(() => world.stop());

async function makeKnown(): Promise<TestPerson & { email: string }> {
  const person = await world.makePerson(await world.makePlace(), ['verified_resident']);
  return { ...person, email: `${person.accountId}@example.org` };
}

const signedInWith = async (cookie: string) => (await world.ask(readMe, { headers: { cookie } })).body.signedIn;

test('a letter signs in by its code, once; a second use is refused', async () => {
  const { email } = await makeKnown();
  const asked = await world.ask(askForLetter, { body: { email: ` ${email.toUpperCase()}` } });
  expect(asked).toMatchObject({ status: 200, body: { minutes: 10 } });
  const { code } = await letterTo(world, email);
  const body = { letter: asked.body.letter, code: `${code.slice(0, 3)} ${code.slice(3)}` };
  const answer = await world.ask(signInByCode, { body });
  expect(answer).toMatchObject({ status: 200, body: { secondFactor: 'not-needed' } });
  expect(String(answer.headers['set-cookie'])).toMatch(/^purse=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  expect(await signedInWith(cookieOf(answer))).toBe(true);
  expect(await world.ask(signInByCode, { body })).toMatchObject({ status: 422, body: { problem: { code: 'letter-not-usable' } } });
});

test('a letter signs in by its link, once, and then its code is spent too', async () => {
  const { email } = await makeKnown();
  const asked = await world.ask(askForLetter, { body: { email } });
  const { code, link } = await letterTo(world, email);
  const answers = await Promise.all([1, 2, 3, 4].map(() => world.ask(signInByLink, { body: { link } })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422]);
  expect(await world.ask(signInByCode, { body: { letter: asked.body.letter, code } })).toMatchObject({ status: 422 });
});

test('a form sent twice at once ends in one session, the same for both', async () => {
  const { email, accountId } = await makeKnown();
  const asked = await world.ask(askForLetter, { body: { email } });
  const { code } = await letterTo(world, email);
  const body = { formId: randomUUID(), letter: asked.body.letter, code };
  const answers = await Promise.all([1, 2, 3, 4].map(() => world.ask(signInByCode, { body })));
  expect(new Set(answers.map(cookieOf)).size).toBe(1);
  expect(await signedInWith(cookieOf(answers[0]))).toBe(true);
  const [sessions] = await world.admin<{ n: number }>('SELECT count(*)::int AS n FROM session WHERE account_id = $1', [accountId]);
  expect(sessions?.n).toBe(2);
});

test('five wrong codes spend a letter, also when they come at once', async () => {
  const { email } = await makeKnown();
  const asked = await world.ask(askForLetter, { body: { email } });
  const { code } = await letterTo(world, email);
  const wrong = code === '000000' ? '111111' : '000000';
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.ask(signInByCode, { body: { letter: asked.body.letter, code: wrong } })),
  );
  expect(answers.filter(({ body }) => body.problem.code === 'code-wrong')).toHaveLength(5);
  expect(await world.ask(signInByCode, { body: { letter: asked.body.letter, code } })).toMatchObject({
    body: { problem: { code: 'letter-not-usable' } },
  });
});

test('a letter is good up to, not including, ten minutes', async () => {
  const { email } = await makeKnown();
  const now = world.clock.now();
  world.clock.set(now);
  try {
    const asked = await world.ask(askForLetter, { body: { email } });
    const { code, link } = await letterTo(world, email);
    world.clock.set(now.add({ minutes: 10 }));
    expect((await world.ask(signInByCode, { body: { letter: asked.body.letter, code } })).status).toBe(422);
    expect((await world.ask(signInByLink, { body: { link } })).status).toBe(422);
    world.clock.set(now.add({ minutes: 9, seconds: 59 }));
    expect((await world.ask(signInByLink, { body: { link } })).status).toBe(200);
  } finally {
    world.clock.set(null);
  }
});

test('an address gets five letters an hour, and words after that', async () => {
  const email = `${randomUUID()}@example.org`;
  const statuses = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await world.ask(askForLetter, { body: { email } })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

test('S22: a known and an unknown address get the same bytes and the same work', async () => {
  const { email } = await makeKnown();
  const known = await world.ask(askForLetter, { body: { email } });
  const unknown = await world.ask(askForLetter, { body: { email: `${randomUUID()}@example.org` } });
  const shape = ({ body, ...rest }: typeof known) =>
    JSON.stringify({ ...rest, body: { ...body, letter: '' }, headers: withoutTurn(rest.headers) });
  expect(shape(unknown)).toBe(shape(known));
  const [written] = await world.admin<{ n: number }>('SELECT count(*)::int AS n FROM sign_in_token WHERE id = ANY($1)', [
    [known.body.letter, unknown.body.letter],
  ]);
  expect(written?.n).toBe(2);
});

test('signing out ends the session and takes the cookie; again it changes nothing', async () => {
  const person = await makeKnown();
  const out = await world.ask(signOut, { as: person });
  expect(out.status).toBe(200);
  expect(String(out.headers['set-cookie'])).toContain('purse=; ');
  expect(await signedInWith(person.cookie)).toBe(false);
  expect((await world.ask(signOut, { as: person })).status).toBe(200);
});

test('a demonstration signs in by button, with a fresh second factor', async () => {
  const place = await world.makePlace();
  const chair = await world.makePerson(place, ['chair'], 'Denise Harker');
  await world.admin('INSERT INTO demonstration_person (neighbourhood_id, person_id, position, what) VALUES ($1, $2, 1, $3)', [
    place.id,
    chair.id,
    'chair',
  ]);
  expect((await world.ask(listDemonstrationPeople)).body.people).toEqual([
    { person: chair.id, name: 'Denise Harker', what: 'chair', placeSlug: place.slug, placeName: expect.any(String) },
  ]);
  const answer = await world.ask(demonstrationSignIn, { body: { person: chair.id } });
  expect(answer).toMatchObject({ status: 200, body: { secondFactor: 'not-needed', place: place.slug } });
  const me = await world.ask(readMe, { headers: { cookie: cookieOf(answer) }, query: { place: place.slug } });
  expect(me.body).toMatchObject({ name: 'Denise Harker', secondFactorFresh: true, roles: expect.arrayContaining(['chair']) });
  const stranger = await world.makePerson(place, []);
  expect((await world.ask(demonstrationSignIn, { body: { person: stranger.id } })).status).toBe(404);
});

test('without a demonstration there are no buttons, and pressing one finds nobody', async () => {
  const plain = await makeWorld();
  try {
    const place = await plain.makePlace();
    const chair = await plain.makePerson(place, ['chair']);
    await plain.admin('INSERT INTO demonstration_person (neighbourhood_id, person_id, position, what) VALUES ($1, $2, 1, $3)', [
      place.id,
      chair.id,
      'chair',
    ]);
    expect((await plain.ask(listDemonstrationPeople)).body.people).toEqual([]);
    expect((await plain.ask(demonstrationSignIn, { body: { person: chair.id } })).status).toBe(404);
  } finally {
    await plain.stop();
  }
});

/** Headers without those that are new with each response. */
function withoutTurn(headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { date: _date, 'content-security-policy': policy, ...rest } = headers;
  return { ...rest, policy: String(policy).replace(/nonce-[^']+/g, 'nonce') };
}
