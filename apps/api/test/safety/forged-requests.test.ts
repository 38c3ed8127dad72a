import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { readMe } from '@pursestrings/contracts/people';
import type { FastifyInstance } from 'fastify';
import { FormTokens } from '../../src/platform/http/form-token.ts';
import { makeWorld, type World } from '../make/world.ts';
import { everyRoute, knock, missingParams } from './every-route.ts';
import { makeStage, type Stage } from './stage.ts';

let world: World;
let changing: [string, Endpoint][];
let stage: Stage;
beforeAll(async () => {
  world = await makeWorld();
  const { routes } = everyRoute(world);
  changing = [...routes].filter(([, { method }]) => method !== 'GET');
  stage = await makeStage(world);
});
afterAll(() => world.stop());

/** What a browser says when another site makes it send a form, or when it does not say where the form came from. */
const forgeries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'from another site': { 'sec-fetch-site': 'cross-site', origin: 'https://other.test' },
  'from a sister site': { 'sec-fetch-site': 'same-site' },
  'from nowhere in particular': { 'sec-fetch-site': 'none' },
  'an origin that is not ours, without Sec-Fetch-Site': { origin: 'https://other.test' },
  'origin null': { origin: 'null' },
  'our name as a part of theirs': { origin: 'http://localhost.other.test' },
  'another port': { origin: 'http://localhost:8080' },
  'no origin and no token': {},
  'no origin and a wrong token': { 'x-csrf-token': 'A'.repeat(43) },
};

async function accepted(headers: Readonly<Record<string, string>>): Promise<string[]> {
  const taken: string[] = [];
  const as = await stage.person('chair');
  for (const [name, definition] of changing) {
    for (const player of [as, undefined]) {
      const answer = await knock(world, definition, { as: player, params: missingParams(definition, stage.place.slug), headers });
      const isRefused = answer.status === 403 && answer.body.problem?.code === 'not-from-this-site';
      // A programme that does not exist is not found, whoever asks and from wherever.
      const isNowhere = definition.within === 'programme' && answer.status === 404;
      if (!isRefused && !isNowhere) taken.push(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (!String(answer.headers['content-security-policy']).startsWith("default-src 'none'"))
        taken.push(`${name}: a refusal without its headers`);
    }
  }
  return taken;
}

test.each(Object.entries(forgeries))('S20: every changing route refuses a request %s', async (_, headers) => {
  expect(await accepted(headers)).toEqual([]);
});

test('S20, control: a request of our own page gets past, so the refusals are about where it came from', async () => {
  expect((await accepted({ 'sec-fetch-site': 'same-origin' })).length).toBeGreaterThan(changing.length);
  expect((await accepted({ origin: 'http://localhost:80' })).length).toBeGreaterThan(0);
});

test('S20: an old phone that says neither origin nor site gets past with the token of its own session, and of no other', async () => {
  const [chair, member] = [await stage.person('chair'), await stage.person('member')];
  const tokenOf = async (as: typeof chair) => (await world.ask(readMe, { as })).body.csrfToken as string;
  const definition = changing.find(([name]) => name === 'POST /places/:place/roles')?.[1];
  if (!definition) throw new Error('The route is gone.');
  const send = async (token: string) =>
    (await knock(world, definition, { as: chair, params: { place: stage.place.slug }, headers: { 'x-csrf-token': token } })).body.problem
      .code;
  expect(await send(await tokenOf(chair))).toBe('not-valid');
  expect(await send(await tokenOf(member))).toBe('not-from-this-site');
  expect(await send(world.app.get(FormTokens).of({ csrfToken: null }))).toBe('not-from-this-site');
});

test('S20: nothing changes on GET: no changing route answers one, but where a reading route has its address', async () => {
  const { routes } = everyRoute(world);
  const wrong: string[] = [];
  for (const [name, definition] of changing) {
    if (routes.has(`GET ${definition.path}`)) continue;
    const as = await stage.person('chair');
    const answer = await knock(world, definition, { as, method: 'GET', params: missingParams(definition, stage.place.slug) });
    if (answer.status < 400) wrong.push(`GET ${definition.path} answers ${answer.status}`);
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const server = world.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
      const other = await server.inject({ method, url: `/api/v1${definition.path}`, headers: { 'sec-fetch-site': 'same-origin' } });
      if (other.statusCode < 400) wrong.push(`${method} ${name} answers ${other.statusCode}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('S20: cookies are HttpOnly, SameSite=Lax, of this host alone, and Secure behind TLS', async () => {
  const behindTls = await makeWorld({ PURSESTRINGS_PUBLIC_URL: 'https://purse.example.org', PURSESTRINGS_DEMONSTRATION: 'yes' });
  try {
    const there = await makeStage(behindTls);
    const person = (await there.person('member')).id;
    await behindTls.admin('INSERT INTO demonstration_person (neighbourhood_id, person_id, position, what) VALUES ($1, $2, 1, $3)', [
      there.place.id,
      person,
      'member',
    ]);
    const signIn = [...everyRoute(behindTls).routes].find(([name]) => name === 'POST /demo/sign-in')?.[1];
    if (!signIn) throw new Error('The route is gone.');
    const answer = await knock(behindTls, signIn, { body: { formId: crypto.randomUUID(), person } });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-purse=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  } finally {
    await behindTls.stop();
  }
});
