import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that changes something comes from one of our own pages: `Sec-Fetch-Site` says so; where it is
 * absent, `Origin` is ours; where both are absent (old phones), `null`: the form's token must then match the session's.
 */
export function comesFromUs(headers: FastifyRequest['headers'], ourOrigin: string): boolean | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = headers.origin;
  if (origin !== undefined) return origin === ourOrigin;
  return null;
}
