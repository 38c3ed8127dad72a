import type { AccountId, NeighbourhoodId, PersonId } from '@pursestrings/basics/ids';
import type { Temporal } from '@pursestrings/basics/time';
import type { Role } from '@pursestrings/contracts/endpoint';

/**
 * Who asks, and in which neighbourhood. `personId` is who they are there: a person is known by name in one neighbourhood,
 * an account is how somebody signs in. Roles hold only in this neighbourhood and today (H1).
 */
export interface Actor {
  readonly neighbourhoodId: NeighbourhoodId | null;
  readonly accountId: AccountId | null;
  readonly personId: PersonId | null;
  readonly roles: ReadonlySet<Role>;
  /** Offices that wait for a second factor in this session. */
  readonly heldBackRoles?: ReadonlySet<Role>;
  readonly secondFactorAt: Temporal.Instant | null;
  /** The programme that the request is about, for a funder's endpoints. */
  readonly programmeId: string | null;
  /** The session's own secret for forms of browsers that send no origin; null without a session. */
  readonly csrfToken: string | null;
  /** The session's row, for signing out; null without a session. */
  readonly sessionId: string | null;
}

/** Somebody unknown, outside any neighbourhood. */
export const nobody: Actor = Object.freeze({
  neighbourhoodId: null,
  accountId: null,
  personId: null,
  roles: new Set<Role>(),
  secondFactorAt: null,
  programmeId: null,
  csrfToken: null,
  sessionId: null,
});

/** The program itself at work in a neighbourhood: jobs, the relay, the demonstration. It has no role and no name. */
export function programIn(neighbourhoodId: NeighbourhoodId): Actor {
  return { ...nobody, neighbourhoodId };
}
