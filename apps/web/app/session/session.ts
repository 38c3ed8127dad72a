import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { readMe } from '@pursestrings/contracts/people';
import { createContext, type MiddlewareFunction } from 'react-router';
import { call } from '../api/call.ts';

/** Who is asking, with their roles in the place that the page belongs to. */
export type Session = ResponseOf<typeof readMe>;

/** Somebody of whom nothing is known. */
export const stranger: Session = { signedIn: false, name: null, roles: [], csrfToken: '', secondFactorFresh: false, demonstration: false };

/** Filled by `loadSession` before any loader or action runs. */
export const sessionContext = createContext<Session>(stranger);

/**
 * Finds out who is asking. Where the API cannot say, the page is made for a stranger: reading must go on, and each change
 * is checked by the API anyway.
 */
export const loadSession: MiddlewareFunction<Response> = async ({ request, context, params }, next) => {
  const place = params.place;
  try {
    const me = await call({ request, context }, readMe, place === undefined ? {} : { query: { place } });
    if (me.ok) context.set(sessionContext, me.value);
  } catch {
    // Left as a stranger.
  }
  return await next();
};
