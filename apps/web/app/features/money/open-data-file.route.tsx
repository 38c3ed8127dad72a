import { readOpenDataFile } from '@pursestrings/contracts/open-data';
import { read } from '../../api/call.ts';
import type { Route } from './+types/open-data-file.route.ts';

const types: Readonly<Record<string, string>> = { json: 'application/json', csv: 'text/csv; charset=utf-8' };

/** A file of a place's open data, byte for byte, with its own sum as its tag: a copy that is still right costs nothing to ask for. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const path = params['*'];
  const { text, sha256 } = await read({ request, context }, readOpenDataFile, { params: { place: params.place }, query: { path } });
  const headers = { etag: `"${sha256}"`, 'cache-control': 'public, no-cache', 'access-control-allow-origin': '*' };
  if (request.headers.get('if-none-match')?.includes(sha256)) return new Response(null, { status: 304, headers });
  const type = types[path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8';
  return new Response(text, { headers: { ...headers, 'content-type': type } });
}
