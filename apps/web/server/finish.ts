import { weighAndCompress } from './weigh.ts';

/** Puts the last things on a reply: cookies of the API, headers that every page has, the page's weight, compression. */
export async function finish(request: Request, response: Response, cookies: readonly string[]): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  headers.append('vary', 'accept-encoding');
  headers.append('vary', 'save-data');
  const answer = { status: response.status, statusText: response.statusText, headers };
  if (!headers.get('content-type')?.startsWith('text/html') || response.body === null) return new Response(response.body, answer);
  const { body, encoding } = await weighAndCompress(await response.text(), request.headers.get('accept-encoding') ?? '');
  if (encoding !== null) headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.length));
  return new Response(body, answer);
}
