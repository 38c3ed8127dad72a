import { newId } from '@pursestrings/basics/ids';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { ActorGuard } from '../../src/platform/http/actor.guard.ts';
import { makeWorld, type TestAnswer, type TestPerson, type World } from '../make/world.ts';
import { routeMatrix } from '../route-matrix.ts';
import { everyRoute, knock, madeUpBody, missingParams, paramsOf } from './every-route.ts';
import { samples } from './samples.ts';
import { makeStage, type Part, parts, type Stage } from './stage.ts';
import { things } from './things.ts';

let world: World;
let routes: Map<string, Endpoint>;
let own: Stage;
let other: Stage;
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_DEMONSTRATION: 'yes' });
  routes = everyRoute(world).routes;
  own = await makeStage(world);
  other = await makeStage(world);
});
afterAll(() => world.stop());

const whoOf = (definition: Endpoint) => (typeof definition.who === 'string' ? definition.who : [...definition.who].toSorted().join(' '));

/** What the guard must say to somebody: null when they may call. */
function expectedRefusal(definition: Endpoint, part: Part, roles: readonly string[]): 401 | 403 | null {
  if (definition.who === 'anyone') return null;
  if (part === 'nobody') return 401;
  if (definition.who === 'signed-in') return null;
  return definition.who.some((role) => roles.includes(role)) ? null : 403;
}

/** What a part is in its own place. */
function rolesOf(part: Part): string[] {
  return part === 'nobody' || part === 'stranger' ? [] : [part, 'resident'];
}

/** Asks with a body that no route takes, so that a route that lets somebody on changes nothing. */
const call = (definition: Endpoint, as: TestPerson | null, place: string) =>
  knock(world, definition, { as: as ?? undefined, params: missingParams(definition, place), body: { strange: true } });

test('S16: every route has its line in test/route-matrix.ts, which says who may call it', () => {
  const wrong: string[] = [];
  for (const [name, definition] of routes) {
    const line = routeMatrix[name];
    const fresh = definition.freshSecondFactor ? ', fresh: true' : '';
    if (!line) wrong.push(`add  '${name}': { who: '${whoOf(definition)}'${fresh} },`);
    else if (line.who.split(' ').toSorted().join(' ') !== whoOf(definition))
      wrong.push(`'${name}' is for '${whoOf(definition)}', and its line says '${line.who}'`);
    else if ((line.fresh === true) !== (definition.freshSecondFactor === true))
      wrong.push(`'${name}': its line and its endpoint do not agree on 'fresh'`);
  }
  for (const name of Object.keys(routeMatrix)) if (!routes.has(name)) wrong.push(`take out '${name}': no controller serves it`);
  expect(wrong).toEqual([]);
});

test('every route has a strict request, a response schema, and a form’s id where it changes something', () => {
  const wrong: string[] = [];
  const isStrict = (schema: unknown): boolean => {
    const { def } = (schema as { _zod: { def: { type: string; innerType?: unknown; catchall?: { _zod: { def: { type: string } } } } } })
      ._zod;
    return def.type === 'optional' ? isStrict(def.innerType) : def.type === 'object' && def.catchall?._zod.def.type === 'never';
  };
  for (const [name, definition] of routes) {
    if (!definition.response) wrong.push(`${name} needs a response schema`);
    for (const part of ['query', 'body'] as const)
      if (definition[part] && !isStrict(definition[part])) wrong.push(`${name}: make its ${part} with z.strictObject`);
    if (definition.path.includes(':') && !definition.params) wrong.push(`${name} needs a params schema`);
    if (definition.method === 'POST' && definition.body?.safeParse({ ...madeUpBody(definition), formId: undefined }).success !== false) {
      wrong.push(`${name}: spread formFields into its body`);
    }
  }
  expect(wrong).toEqual([]);
});

test('no method of a controller answers without an endpoint', () => {
  expect(everyRoute(world).bare).toEqual([]);
});

/** Sends every route everything that it should refuse or let on, and says where it did otherwise. */
async function surprisesOf(definitions: Iterable<readonly [string, Endpoint]>): Promise<string[]> {
  const surprises: string[] = [];
  const look = (what: string, answer: TestAnswer, expected: number | null) => {
    const refused = answer.status === 401 || answer.status === 403;
    const asExpected = expected === null ? !refused && answer.status < 500 : answer.status === expected;
    if (!asExpected)
      surprises.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 80)}, expected ${expected ?? 'to be let on'}`);
    if (!hasItsHeaders(answer)) surprises.push(`${what}: a header is missing`);
  };
  for (const [name, definition] of definitions) {
    if (definition.within === 'programme') continue;
    for (const part of parts) {
      const as = await own.player(part);
      const roles = definition.within === 'place' ? rolesOf(part) : [];
      look(`${name} as ${part}`, await call(definition, as, own.place.slug), expectedRefusal(definition, part, roles));
      if (definition.within !== 'place') continue;
      look(`${name} elsewhere as ${part}`, await call(definition, as, other.place.slug), expectedRefusal(definition, part, []));
      const nowhere = await call(definition, as, 'no-such-place');
      if (JSON.stringify([nowhere.status, nowhere.body]) !== '[404,{"problem":{"code":"not-found"}}]') {
        surprises.push(`${name} nowhere as ${part}: ${nowhere.status}`);
      }
    }
  }
  return surprises;
}

test('S16: every route × every role × own, other and no place: no surprise, and every response has its headers', async () => {
  expect(await surprisesOf(routes)).toEqual([]);
}, 180_000);

test('S16, control: with the guard looking away, the matrix sees it', async () => {
  const guard = ActorGuard.prototype.canActivate;
  const some = [...routes].filter(([, { who, within }]) => who !== 'anyone' && within === 'place').slice(0, 5);
  ActorGuard.prototype.canActivate = async function (this: ActorGuard, context) {
    return await guard.call(this, context).catch(() => true);
  };
  try {
    expect((await surprisesOf(some)).length).toBeGreaterThan(some.length * parts.length);
  } finally {
    ActorGuard.prototype.canActivate = guard;
  }
});

test('S16: a programme is its officers’ alone; until it is published, to others it does not exist', async () => {
  const [officer, stranger, otherOfficer] = [await own.person('chair'), await own.person('stranger'), await other.person('chair')];
  const programmes: string[] = [];
  for (const account of [officer.accountId, otherOfficer.accountId]) {
    const slug = `fund-${crypto.randomUUID().slice(0, 8)}`;
    const id = newId();
    await world.admin(
      `INSERT INTO programme (id, slug, name, funder, total_pence, allocation_rule, starts_on, ends_on) VALUES ($1, $2, 'Fund', 'A Trust', 100, 'equal', '2026-01-01', '2030-01-01')`,
      [id, slug],
    );
    await world.admin('INSERT INTO programme_officer (programme_id, account_id) VALUES ($1, $2)', [id, account]);
    programmes.push(slug);
  }
  const [mine = '', theirs = ''] = programmes;
  const surprises: string[] = [];
  for (const [name, definition] of routes) {
    if (definition.within !== 'programme') continue;
    const ask = async (as: TestPerson | null, slug: string) => await call(definition, as, slug);
    if ([401, 403].includes((await ask(officer, mine)).status)) surprises.push(`${name} refuses its officer`);
    const missing = await ask(officer, 'no-such-fund');
    for (const as of [officer, stranger, null]) {
      const answer = await ask(as, theirs);
      if (JSON.stringify(answer.body) !== JSON.stringify(missing.body) || answer.status !== 404)
        surprises.push(`${name}: ${answer.status} for somebody else's`);
    }
    await world.admin('UPDATE programme SET published_at = now() WHERE slug = $1', [theirs]);
    const published = (await ask(officer, theirs)).status;
    if ((definition.who === 'anyone') === [401, 403].includes(published)) surprises.push(`${name}: ${published} once it is published`);
    await world.admin('UPDATE programme SET published_at = NULL WHERE slug = $1', [theirs]);
  }
  expect(surprises).toEqual([]);
});

/** Routes whose thing the line in safety/things.ts only names. */
const foundNowhere: readonly string[] = ['GET /places/:place/rounds/:round/receipts/:code'];

/** The part of the address before the last parameter that names a thing: 'roles' in '/places/:place/roles/:role/end'. */
function kindOf(definition: Endpoint): string {
  return /([a-z-]+)\/:[a-zA-Z]+(?!.*\/:)/.exec(definition.path.replace(/\/:key$/, ''))?.[1] ?? '';
}

/** What is wrong with how a route answers when asked for another place's thing; null for nothing. */
async function wrongAboutForeign(name: string, definition: Endpoint): Promise<string | null> {
  const make = things[kindOf(definition)];
  const sample = samples[name];
  if (!make && !sample) return `add a line '${kindOf(definition)}' to safety/things.ts, for ${name}`;
  const mayCall = typeof definition.who === 'string' ? ['member'] : definition.who;
  const part = (mayCall.find((role) => role === 'verified_resident') ?? mayCall[0]) as Part;
  const theirs = sample ? await sample(other) : null;
  const missing = missingParams(definition, own.place.slug);
  const thing = theirs?.params ?? { [paramsOf(definition)[0] ?? '']: (await make?.(other)) ?? '' };
  const { place: _place, ...named } = { ...missing, ...thing } as Record<string, string>;
  const body = definition.method === 'POST' ? { ...madeUpBody(definition), ...theirs?.body } : undefined;
  const send = async (as: TestPerson | null, params: Record<string, string>) =>
    await knock(world, definition, { as: as ?? undefined, params, body: body && { ...body, formId: crypto.randomUUID() } });
  const player = await own.player(part);
  const foreign = await send(player, { ...named, place: own.place.slug });
  const gone = await send(player, missing);
  const [one, two] = [foreign, gone].map((answer) => `${answer.status} ${JSON.stringify(answer.body)}`);
  if (foreign.status !== 404 || one !== two) return `${name}: ${one} for another's, ${two} for a missing one`;
  // In its own place it is found: so it is there, and the request is one that the route takes.
  const atHome = await send(theirs?.as ?? (await other.player(part)), { ...named, place: other.place.slug });
  const isRefused =
    [401, 403].includes(atHome.status) || atHome.body.problem?.code === 'not-found' || atHome.body.problem?.code === 'not-valid';
  const isFound = !isRefused || foundNowhere.includes(name);
  return isFound ? null : `${name}: ${atHome.status} ${JSON.stringify(atHome.body)} in its own place`;
}

test('S16: another place’s thing is 404, with the very answer of a missing one', async () => {
  const wrong: (string | null)[] = [];
  for (const [name, definition] of routes) if (paramsOf(definition).length > 0) wrong.push(await wrongAboutForeign(name, definition));
  expect(wrong.filter((found) => found !== null)).toEqual([]);
}, 120_000);

test('a session without a second factor holds no office that needs one, and an old one opens nothing that must be fresh', async () => {
  const stage = await makeStage(world);
  const wrong: string[] = [];
  for (const part of ['chair', 'treasurer', 'scrutineer'] as const) {
    const person = await stage.person(part);
    for (const [name, definition] of routes) {
      if (definition.within !== 'place' || typeof definition.who === 'string' || !definition.who.includes(part)) continue;
      await world.admin('UPDATE session SET second_factor_at = NULL WHERE account_id = $1', [person.accountId]);
      const without = await call(definition, person, stage.place.slug);
      const isResidents = definition.who.includes('resident');
      if (!isResidents && without.body.problem?.code !== 'second-factor-needed')
        wrong.push(`${name} as ${part} without a second factor: ${without.status}`);
      await world.admin(`UPDATE session SET second_factor_at = now() - interval '6 minutes' WHERE account_id = $1`, [person.accountId]);
      const old = await call(definition, person, stage.place.slug);
      const refused = old.body.problem?.code === 'second-factor-needed';
      if (refused !== (definition.freshSecondFactor === true)) wrong.push(`${name} as ${part} with an old second factor: ${old.status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

function hasItsHeaders({ headers }: TestAnswer): boolean {
  return (
    String(headers['content-security-policy']).startsWith("default-src 'none'") &&
    headers['referrer-policy'] === 'same-origin' &&
    headers['x-content-type-options'] === 'nosniff' &&
    headers['x-frame-options'] === 'DENY' &&
    headers['cross-origin-resource-policy'] === 'same-origin'
  );
}
