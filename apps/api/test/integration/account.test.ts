import { randomUUID } from 'node:crypto';
import { endRole, grantRole, listRoles } from '@pursestrings/contracts/joining';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endAllMySessions,
  endMySession,
  giveSecondFactor,
  readMe,
  readMyAccount,
  saveMyName,
  setMyPassword,
} from '@pursestrings/contracts/people';
import { signInByPassword } from '@pursestrings/contracts/sign-in';
import { timeCode } from '../../src/modules/people/time-codes.ts';
import { cookieOf } from '../make/letters.ts';
import { makeWorld, type TestPerson, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

const password = 'four dull kettles sing';
const emailOf = (person: TestPerson) => `${person.accountId}@example.org`;
const rolesOf = async (cookie: string, place: string) =>
  (await world.ask(readMe, { headers: { cookie }, query: { place } })).body.roles as string[];

/** What an app on a phone would show `steps` steps from now. */
function codeFor(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  return timeCode(bytes, Math.floor(world.clock.now().epochMilliseconds / 30_000) + steps);
}

test('a password signs in; a wrong one and an unknown address get the same answer (S22)', async () => {
  const person = await world.makePerson(await world.makePlace());
  expect((await world.ask(setMyPassword, { as: person, body: { password } })).status).toBe(200);
  const right = await world.ask(signInByPassword, { body: { email: emailOf(person), password } });
  expect(right).toMatchObject({ status: 200, body: { secondFactor: 'not-needed', place: person.place.slug } });
  expect((await world.ask(readMe, { headers: { cookie: cookieOf(right) } })).body.signedIn).toBe(true);
  const wrong = await world.ask(signInByPassword, { body: { email: emailOf(person), password: 'four dull kettles' } });
  const unknown = await world.ask(signInByPassword, { body: { email: 'nobody@example.org', password } });
  expect(wrong.status).toBe(422);
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  const [kept] = await world.admin<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [person.accountId]);
  expect(kept?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('S22: an unknown address takes as long as a wrong password', async () => {
  const person = await world.makePerson(await world.makePlace());
  await world.ask(setMyPassword, { as: person, body: { password } });
  const median = async (email: string): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const before = process.hrtime.bigint();
      await world.ask(signInByPassword, { body: { email, password: 'not this one at all' } });
      times.push(Number(process.hrtime.bigint() - before) / 1e6);
    }
    return times.toSorted((a, b) => a - b)[4] ?? 0;
  };
  const [known, unknown] = [await median(emailOf(person)), await median(`${randomUUID()}@example.org`)];
  // Without the work done for nobody it would be a tenth.
  expect(unknown).toBeGreaterThan(known * 0.5);
  expect(unknown).toBeLessThan(known * 2);
});

test('an address gets twenty passwords in a quarter of an hour, and words after that', async () => {
  const email = `${randomUUID()}@example.org`;
  const answers = await Promise.all(Array.from({ length: 22 }, () => world.ask(signInByPassword, { body: { email, password } })));
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(20);
  expect(answers.filter(({ body }) => body.problem.code === 'too-many-tries')).toHaveLength(2);
});

test('changing a password needs the one before, and ends all other sessions', async () => {
  const person = await world.makePerson(await world.makePlace());
  await world.ask(setMyPassword, { as: person, body: { password } });
  const elsewhere = cookieOf(await world.ask(signInByPassword, { body: { email: emailOf(person), password } }));
  const change = (current: string, next: string) => world.ask(setMyPassword, { as: person, body: { current, password: next } });
  expect((await change('wrong', 'five dull kettles sing')).body.problem.code).toBe('current-password-wrong');
  expect((await change(password, 'password123456')).body.problem.code).toBe('password-too-easy');
  expect((await change(password, 'five dull kettles sing')).status).toBe(200);
  expect((await world.ask(readMe, { headers: { cookie: elsewhere } })).body.signedIn).toBe(false);
  expect((await world.ask(readMe, { as: person })).body.signedIn).toBe(true);
});

test('L12: saving a name leaves everything else alone', async () => {
  const person = await world.makePerson(await world.makePlace(), ['verified_resident']);
  await world.admin('UPDATE person SET born_year = 1980 WHERE id = $1', [person.id]);
  const rest = () =>
    world.admin(
      `SELECT to_jsonb(p) - 'name' AS person, to_jsonb(a) AS account FROM person p JOIN account a ON a.id = p.account_id WHERE p.id = $1`,
      [person.id],
    );
  const before = await rest();
  expect((await world.ask(saveMyName, { as: person, body: { name: ' Amara ' } })).status).toBe(200);
  expect((await world.ask(readMe, { as: person, query: { place: person.place.slug } })).body.name).toBe('Amara');
  expect(await rest()).toEqual(before);
});

test('a second factor is set up, confirmed and given; each code once; five wrong ones and it waits', async () => {
  const person = await world.makePerson(await world.makePlace(), ['treasurer']);
  await world.admin('UPDATE session SET second_factor_at = NULL WHERE account_id = $1', [person.accountId]);
  expect(await rolesOf(person.cookie, person.place.slug)).toEqual(['resident']);
  const begun = await world.ask(beginSecondFactor, { as: person });
  expect(begun.body.link).toContain(`secret=${begun.body.secret}&issuer=Pursestrings`);
  expect((await world.ask(beginSecondFactor, { as: person })).body).toEqual(begun.body);
  expect((await world.ask(giveSecondFactor, { as: person, body: { code: codeFor(begun.body.secret) } })).body.problem.code).toBe(
    'no-second-factor',
  );
  const first = codeFor(begun.body.secret, -1);
  expect((await world.ask(confirmSecondFactor, { as: person, body: { code: first } })).status).toBe(200);
  expect(await rolesOf(person.cookie, person.place.slug)).toEqual(expect.arrayContaining(['treasurer']));
  expect((await world.ask(giveSecondFactor, { as: person, body: { code: first } })).body.problem.code).toBe('code-wrong');
  expect((await world.ask(giveSecondFactor, { as: person, body: { code: codeFor(begun.body.secret) } })).status).toBe(200);
  expect((await world.ask(beginSecondFactor, { as: person })).status).toBe(409);
  const wrong = [];
  for (let i = 0; i < 6; i += 1) wrong.push((await world.ask(giveSecondFactor, { as: person, body: { code: first } })).body.problem.code);
  expect(wrong).toEqual([...Array<string>(5).fill('code-wrong'), 'too-many-tries']);
});

test('the second factor’s secret is kept locked, and opens for its own account alone', async () => {
  const person = await world.makePerson(await world.makePlace());
  const other = await world.makePerson(await world.makePlace());
  const { body } = await world.ask(beginSecondFactor, { as: person });
  const [kept] = await world.admin<{ text: string }>('SELECT to_jsonb(a)::text AS text FROM account a WHERE id = $1', [person.accountId]);
  expect(kept?.text).not.toContain(body.secret);
  await world.admin('UPDATE account SET totp_secret = (SELECT totp_secret FROM account WHERE id = $1) WHERE id = $2', [
    person.accountId,
    other.accountId,
  ]);
  expect((await world.ask(beginSecondFactor, { as: other })).status).toBe(503);
});

test('sessions are listed and ended by their owner alone', async () => {
  const person = await world.makePerson(await world.makePlace());
  const other = await world.makePerson(person.place);
  const [mine] = (await world.ask(readMyAccount, { as: person })).body.sessions;
  expect(mine).toMatchObject({ isThisOne: true });
  expect((await world.ask(endMySession, { as: other, params: { session: mine.id } })).status).toBe(404);
  expect((await world.ask(endMySession, { as: person, params: { session: mine.id } })).status).toBe(200);
  expect((await world.ask(readMyAccount, { as: person })).status).toBe(401);
  expect((await world.ask(endAllMySessions, { as: other })).status).toBe(200);
  expect((await world.ask(readMyAccount, { as: other })).status).toBe(401);
});

test('a session ends after half an hour without a request for officers, after 14 days for residents', async () => {
  const chair = await world.makePerson(await world.makePlace(), ['chair']);
  const resident = await world.makePerson(chair.place);
  for (const person of [chair, resident]) await world.ask(setMyPassword, { as: person, body: { password } });
  const cookies = new Map<TestPerson, string>();
  for (const person of [chair, resident])
    cookies.set(person, cookieOf(await world.ask(signInByPassword, { body: { email: emailOf(person), password } })));
  const stillIn = async (person: TestPerson, idle: string) => {
    await world.admin(`UPDATE session SET seen_at = now() - $2::interval WHERE account_id = $1`, [person.accountId, idle]);
    return (await world.ask(readMe, { headers: { cookie: cookies.get(person) ?? '' } })).body.signedIn;
  };
  expect(await stillIn(chair, '29 minutes')).toBe(true);
  expect(await stillIn(chair, '31 minutes')).toBe(false);
  expect(await stillIn(resident, '13 days')).toBe(true);
  const [seen] = await world.admin<{ fresh: boolean }>(
    `SELECT bool_or(seen_at > now() - interval '1 minute') AS fresh FROM session WHERE account_id = $1`,
    [resident.accountId],
  );
  expect(seen?.fresh).toBe(true);
  expect(await stillIn(resident, '15 days')).toBe(false);
});

test('H1: the chair grants a role with a minute; ended, the sessions of its holder end at once', async () => {
  const place = await world.makePlace();
  const chair = await world.makePerson(place, ['chair']);
  const other = await world.makePerson(place, ['verified_resident'], 'Len Osgood');
  const body = { person: other.id, kind: 'member', startsOn: '2020-01-01', minute: 'Meeting of 1 December, item 3' };
  const granted = await world.ask(grantRole, { as: chair, body });
  expect(granted.status).toBe(200);
  expect(await rolesOf(other.cookie, place.slug)).toContain('member');
  expect((await world.ask(grantRole, { as: chair, body })).body.problem.code).toBe('holds-role-already');
  expect((await world.ask(grantRole, { as: chair, body: { ...body, kind: 'helper', endsOn: '2019-01-01' } })).body.problem.code).toBe(
    'ends-before-it-starts',
  );
  expect((await world.ask(listRoles, { as: chair })).body.roles).toContainEqual(
    expect.objectContaining({ personName: 'Len Osgood', kind: 'member', isOver: false }),
  );
  expect((await world.ask(endRole, { as: chair, params: { role: granted.body.role }, body: { minute: 'Item 4' } })).status).toBe(200);
  expect((await world.ask(readMe, { as: other })).body.signedIn).toBe(false);
  expect((await world.ask(endRole, { as: chair, params: { role: granted.body.role }, body: { minute: 'Item 4' } })).body.problem.code).toBe(
    'role-over',
  );
});

test('chairs who end each other at once leave one', async () => {
  for (let round = 0; round < 4; round += 1) {
    const place = await world.makePlace();
    const chairs: TestPerson[] = [];
    for (let at = 0; at < 6; at += 1) chairs.push(await world.makePerson(place, ['chair']));
    const roles = await world.admin<{ id: string; person_id: string }>(`SELECT id, person_id FROM role WHERE neighbourhood_id = $1`, [
      place.id,
    ]);
    const end = (chair: TestPerson, at: number) => {
      const next = chairs[(at + 1) % chairs.length];
      const role = roles.find(({ person_id }) => person_id === next?.id)?.id ?? '';
      return world.ask(endRole, { as: chair, params: { role }, body: { minute: 'Item 1' } });
    };
    await Promise.all(chairs.map(end));
    const [left] = await world.admin<{ n: number }>(`SELECT count(*)::int AS n FROM role WHERE neighbourhood_id = $1 AND ends_on IS NULL`, [
      place.id,
    ]);
    expect(left?.n).toBeGreaterThanOrEqual(1);
  }
});
