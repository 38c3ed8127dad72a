import type { Actor } from './actor.ts';

/** What a request says of itself, before anything is looked up. */
export interface Visit {
  /** The session's token from the cookie; null without one. */
  readonly sessionToken: string | null;
  readonly placeSlug: string | null;
  readonly programmeSlug: string | null;
}

/** Finds out who asks. Null when there is no such place or programme. Implemented by the people module. */
export interface WhoAsks {
  identify(visit: Visit): Promise<Actor | null>;
}

/** The injection token of `WhoAsks`. */
export const WHO_ASKS = Symbol('WHO_ASKS');
