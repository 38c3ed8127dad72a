import { ok, problem, type Result } from '@pursestrings/basics/result';

/** A role with its days, half-open: held from `startsOn` up to, not including, `endsOn`. */
export interface RoleDays {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Refuses a role that would end before it starts, or on the same day, when nobody would ever hold it. */
export function checkDays({ startsOn, endsOn }: RoleDays): Result<void, { readonly code: 'ends-before-it-starts' }> {
  return endsOn !== null && endsOn <= startsOn ? problem({ code: 'ends-before-it-starts' }) : ok(undefined);
}

/** Whether two spans of days have a day in common. */
export function overlap(one: RoleDays, other: RoleDays): boolean {
  return (one.endsOn === null || other.startsOn < one.endsOn) && (other.endsOn === null || one.startsOn < other.endsOn);
}

/** Whether a role is over on `day`. */
export function isOver(role: RoleDays, day: string): boolean {
  return role.endsOn !== null && role.endsOn <= day;
}
