import { finish } from './finish.ts';

function asked(headers: Readonly<Record<string, string>> = {}): Request {
  return new Request('http://place.test/', { headers });
}

test('a page is kept by nobody, differs by what the browser takes, and carries each cookie by itself', async () => {
  const page = new Response('<p>hello</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
  const reply = await finish(asked({ 'accept-encoding': 'br' }), page, ['a=1; Path=/', 'b=2; Path=/']);
  expect(reply.headers.get('cache-control')).toBe('private, no-store');
  expect(reply.headers.get('vary')).toContain('accept-encoding');
  expect(reply.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  expect(reply.headers.get('content-encoding')).toBe('br');
});

test('a redirect keeps its status and place, and takes the cookies along', async () => {
  const reply = await finish(asked(), new Response(null, { status: 303, headers: { location: '/me' } }), ['a=1']);
  expect([reply.status, reply.headers.get('location'), reply.headers.getSetCookie()]).toEqual([303, '/me', ['a=1']]);
});

test('what says how long it may be kept is left alone, as is what is no page', async () => {
  const file = new Response('a,b', { headers: { 'content-type': 'text/csv', 'cache-control': 'public, max-age=60' } });
  const reply = await finish(asked({ 'accept-encoding': 'br' }), file, []);
  expect([reply.headers.get('cache-control'), reply.headers.get('content-encoding')]).toEqual(['public, max-age=60', null]);
  expect(await reply.text()).toBe('a,b');
});
