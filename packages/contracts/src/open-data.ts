import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { inPlace } from './places.ts';

/** The files of a place's open data, `manifest.json` among them; paths are from the folder's root. */
export const listOpenData = endpoint({
  method: 'GET',
  path: '/places/:place/open-data',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({ files: z.array(z.object({ path: z.string(), bytes: z.int() })) }),
});

/** One of those files as text, with its SHA-256 as 64 hex digits. */
export const readOpenDataFile = endpoint({
  method: 'GET',
  path: '/places/:place/open-data/file',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  query: z.strictObject({ path: z.string().check(z.minLength(1), z.maxLength(300)) }),
  response: z.object({ text: z.string(), sha256: z.string() }),
});
