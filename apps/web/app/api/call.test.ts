import { endpoint } from '@pursestrings/contracts/endpoint';
import { RouterContextProvider } from 'react-router';
import * as z from 'zod/mini';
import { readTyped } from '../forms/typed.ts';
import { call, type KeptForm } from './call.ts';
import { type ApiReply, type ApiRequest, apiContext, clientAddressContext, cookiesContext } from './contexts.ts';

const readThing = endpoint({
  method: 'GET',
  path: '/places/:place/things',
  within: 'place',
  who: 'anyone',
  params: z.strictObject({ place: z.string() }),
  query: z.optional(z.strictObject({ after: z.optional(z.string()), size: z.optional(z.int()) })),
  response: z.object({ name: z.string() }),
});
const sendThing = endpoint({
  method: 'POST',
  path: '/things',
  within: 'site',
  who: 'signed-in',
  body: z.strictObject({ formId: z.string(), text: z.string() }),
  response: z.object({ slug: z.string() }),
  problems: { 'too-late': 409 },
});

function asking(request: Request, reply: Partial<ApiReply>) {
  const context = new RouterContextProvider();
  const asked: ApiRequest[] = [];
  const cookies: string[] = [];
  context.set(apiContext, async (question) => {
    asked.push(question);
    return { status: 200, headers: {}, body: '{}', ...reply };
  });
  context.set(clientAddressContext, '203.0.113.9');
  context.set(cookiesContext, cookies);
  return { args: { request, context }, asked, cookies };
}

function post(fields: Readonly<Record<string, string>>): Request {
  return new Request('http://place.test/kettlewick/things?x=1', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie: 'purse=abc', origin: 'http://place.test' },
  });
}

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (thrown) {
    return thrown;
  }
  throw new Error('Nothing was thrown.');
}

test('the API is asked for the person: address, query, cookie, client address', async () => {
  const request = new Request('http://place.test/kettlewick', {
    headers: { cookie: 'purse=abc', 'accept-language': 'pl', 'x-forged': 'yes' },
  });
  const { args, asked } = asking(request, { body: '{"name":"kitchen"}' });
  const answer = await call(args, readThing, { params: { place: 'kettlewick' }, query: { size: 20 } });
  expect(answer).toEqual({ ok: true, value: { name: 'kitchen' } });
  expect(asked).toEqual([
    {
      method: 'GET',
      url: '/api/v1/places/kettlewick/things?size=20',
      body: null,
      clientAddress: '203.0.113.9',
      headers: { accept: 'application/json', cookie: 'purse=abc', 'accept-language': 'pl', host: 'place.test' },
    },
  ]);
});

test('a form goes on as JSON, with its token in a header and the cookies coming back', async () => {
  const request = post({ csrfToken: 'tok', text: 'hello' });
  await readTyped(request);
  const { args, asked, cookies } = asking(request, { body: '{"slug":"a"}', headers: { 'set-cookie': ['a=1', 'b=2'] } });
  await call(args, sendThing, { body: { formId: 'f', text: 'hello' } });
  expect(asked[0]).toMatchObject({
    body: '{"formId":"f","text":"hello"}',
    headers: { 'x-csrf-token': 'tok', origin: 'http://place.test', 'content-type': 'application/json' },
  });
  expect(cookies).toEqual(['a=1', 'b=2']);
});

test("an endpoint's own refusal is a value", async () => {
  const { args } = asking(post({}), { status: 409, body: '{"problem":{"code":"too-late","closedAt":"2026-12-11T17:00:00Z"}}' });
  expect(await call(args, sendThing, { body: { formId: 'f', text: '' } })).toEqual({
    ok: false,
    problem: { code: 'too-late', closedAt: '2026-12-11T17:00:00Z' },
  });
});

test('not found is the 404 page; a fault without words is the 500 page and does not show its details', async () => {
  const missing = asking(new Request('http://place.test/'), { status: 404, body: '{"problem":{"code":"not-found"}}' });
  expect(await thrownBy(call(missing.args, readThing, { params: { place: 'x' } }))).toMatchObject({ data: null, init: { status: 404 } });
  const broken = asking(new Request('http://place.test/'), { status: 500, body: 'stack trace' });
  expect(await thrownBy(call(broken.args, readThing, { params: { place: 'x' } }))).toMatchObject({ data: null, init: { status: 500 } });
});

test('a page that needs signing in leads there and back', async () => {
  const { args } = asking(new Request('http://place.test/kettlewick/me?tab=2'), {
    status: 401,
    body: '{"problem":{"code":"sign-in-needed"}}',
  });
  const thrown = (await thrownBy(call(args, readThing, { params: { place: 'x' } }))) as Response;
  expect(thrown.status).toBe(302);
  expect(thrown.headers.get('location')).toBe('/sign-in?next=%2Fkettlewick%2Fme%3Ftab%3D2');
});

test('a form sent after the session ended keeps all that was typed, but no password and no token', async () => {
  const request = post({ csrfToken: 'tok', formId: 'f', text: 'long and careful', password: 'hush' });
  await readTyped(request);
  const { args } = asking(request, { status: 401, body: '{"problem":{"code":"sign-in-needed"}}' });
  const thrown = (await thrownBy(call(args, sendThing, { body: { formId: 'f', text: 'x' } }))) as { data: KeptForm; init: ResponseInit };
  expect(thrown.init.status).toBe(401);
  expect(thrown.data).toEqual({
    kept: [
      ['formId', 'f'],
      ['text', 'long and careful'],
    ],
    action: '/kettlewick/things?x=1',
  });
});

test('a busy API is a page for readers and words for somebody who sent a form', async () => {
  const busy = { status: 503, body: '{"problem":{"code":"try-again"}}' };
  expect(await thrownBy(call(asking(new Request('http://place.test/'), busy).args, readThing, { params: { place: 'x' } }))).toMatchObject({
    init: { status: 503 },
  });
  expect(await call(asking(post({}), busy).args, sendThing, { body: { formId: 'f', text: '' } })).toEqual({
    ok: false,
    problem: { code: 'try-again' },
  });
});
