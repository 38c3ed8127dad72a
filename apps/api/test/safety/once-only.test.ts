import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { createApp } from '../../src/app.ts';
import { makeWorld, type TestAnswer, type World } from '../make/world.ts';
import { routeMatrix } from '../route-matrix.ts';
import { everyRoute, knock } from './every-route.ts';
import type { Sampled } from './sample.ts';
import { samples } from './samples.ts';
import { makeStage } from './stage.ts';
import { contents, difference, rowCounts } from './whole-database.ts';

let world: World;
let routes: Map<string, Endpoint>;
let afterRestart: NestFastifyApplication;
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_DEMONSTRATION: 'yes' });
  routes = everyRoute(world).routes;
  // Another process over the same database and secrets: it remembers nothing of the first.
  afterRestart = await createApp(world.config, world.clock);
});
afterAll(async () => {
  await afterRestart.close();
  await world.stop();
});

/** Routes that end the very session they are asked with: asked again, it is somebody else who asks. */
const endTheirOwnSession = ['POST /me/sessions/end-all'];

/** Sends a sample to `app`, as its form would. */
async function send(
  app: Pick<World, 'app'>,
  name: string,
  { sampled, formId, change }: { sampled: Sampled; formId: string; change?: boolean },
): Promise<TestAnswer> {
  const definition = routes.get(name);
  if (!definition) throw new Error(`No controller serves '${name}': take its sample out.`);
  const params = { place: sampled.as?.place.slug ?? '', ...sampled.params };
  const body = { ...sampled.body, formId, ...(change ? changed(sampled) : {}) };
  return await knock(app, definition, { as: sampled.as, params, body });
}

/** The body with one field that says something else. */
function changed({ body }: Sampled): Record<string, unknown> {
  for (const [field, value] of Object.entries(body ?? {})) {
    if (['name', 'words', 'title', 'minute', 'reason', 'about', 'answer', 'email'].includes(field)) return { [field]: `x${String(value)}` };
    if (typeof value === 'boolean') return { [field]: !value };
    if (field.endsWith('Pence') && typeof value === 'number') return { [field]: value + 1 };
  }
  return {};
}

const shown = ({ status, body }: TestAnswer) => `${status} ${JSON.stringify(body)}`;

test('every changing route has a sample, or says what one would need', () => {
  const wrong: string[] = [];
  for (const [name, { method }] of routes) {
    if (method === 'GET' || samples[name]) continue;
    if (!routeMatrix[name]?.unsampled)
      wrong.push(`add a line '${name}' to safety/samples.ts, or 'unsampled' to its line in route-matrix.ts`);
  }
  for (const name of Object.keys(samples)) {
    if (!routes.has(name)) wrong.push(`take '${name}' out of safety/samples.ts: no controller serves it`);
    if (routeMatrix[name]?.unsampled) wrong.push(`take 'unsampled' off '${name}': it has a sample`);
  }
  expect(wrong).toEqual([]);
});

test.each(Object.keys(samples))(
  'S15: %s sent 16 times at once, and again after a restart: one effect, the same answer',
  async (name) => {
    const make = samples[name];
    if (!make) throw new Error(`No sample of ${name}.`);
    // What one request does to the database.
    const alone = await make(await makeStage(world));
    const before = await rowCounts(world);
    const single = await send(world, name, { sampled: alone, formId: randomUUID() });
    expect(shown(single)).toMatch(/^200 /);
    const effect = difference(await rowCounts(world), before);

    const sampled = await make(await makeStage(world));
    const formId = randomUUID();
    const beforeAll16 = await rowCounts(world);
    const answers = await Promise.all(Array.from({ length: 16 }, () => send(world, name, { sampled, formId })));
    const good = answers.filter(({ status }) => status === 200);
    // A request that came after the session's end is refused, whichever of them ended it.
    const expected = endTheirOwnSession.includes(name) ? good.length : 16;
    expect(good.length).toBe(expected);
    expect(new Set(good.map(shown)).size).toBe(1);
    expect(difference(await rowCounts(world), beforeAll16)).toEqual(effect);

    const settled = await contents(world);
    if (!endTheirOwnSession.includes(name)) {
      const again = await send({ app: afterRestart }, name, { sampled, formId });
      expect(shown(again)).toBe(shown(good[0] ?? again));
      expect(again.headers['set-cookie']).toEqual(good[0]?.headers['set-cookie']);
    }
    if (routes.get(name)?.once !== 'itself' && Object.keys(changed(sampled)).length > 0) {
      const other = await send(world, name, { sampled, formId, change: true });
      expect(other.body.problem?.code).toMatch(/^(form-already-used|not-valid|sign-in-refused)$/);
    }
    expect(await contents(world)).toEqual(settled);
  },
  60_000,
);

test('S15, control: without the form’s id being the same, sixteen requests have sixteen effects', async () => {
  const name = 'POST /places/:place/ideas';
  const sampled = (await samples[name]?.(await makeStage(world))) ?? {};
  const before = await rowCounts(world);
  await Promise.all(Array.from({ length: 16 }, () => send(world, name, { sampled, formId: randomUUID() })));
  expect(difference(await rowCounts(world), before)['public.idea']).toBe(16);
});

test('what is kept to answer a form again cannot be read in the database: it may be a voting code', async () => {
  const name = 'POST /places/:place/rounds/:round/codes';
  const sampled = (await samples[name]?.(await makeStage(world))) ?? {};
  const formId = randomUUID();
  const { body } = await send(world, name, { sampled, formId });
  const [kept] = await world.admin<{ body: unknown }>('SELECT body FROM request_once WHERE key = $1', [formId]);
  expect(body.code).toMatch(/\w{4}/);
  expect(kept?.body).toEqual(expect.any(String));
  const text = `${String(kept?.body)} ${Buffer.from(String(kept?.body), 'base64').toString('latin1')}`;
  expect(text).not.toContain(body.code);
});
