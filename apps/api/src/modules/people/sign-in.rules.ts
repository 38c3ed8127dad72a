import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Temporal } from '@pursestrings/basics/time';

/** How long a letter's link and code can be used. */
export const letterMinutes = 10;
/** How often the code of one letter may be typed wrong. */
export const codeTries = 5;

/** Offices that are nothing without a second factor given in the session. */
export const officesWithSecondFactor: readonly string[] = ['chair', 'treasurer', 'scrutineer'];
/** Offices whose holders' sessions end after half an hour without a request. */
const officesWithShortSessions: readonly string[] = [...officesWithSecondFactor, 'liaison_officer', 'worker', 'platform_admin'];

/** How long a session lasts: without a request, and at the very most. */
export function sessionLengths(offices: readonly string[]): { readonly idleMinutes: number; readonly mostMinutes: number } {
  const short = offices.some((office) => officesWithShortSessions.includes(office));
  return short ? { idleMinutes: 30, mostMinutes: 12 * 60 } : { idleMinutes: 14 * 24 * 60, mostMinutes: 90 * 24 * 60 };
}

/** What signing in says about the second factor. */
export function secondFactorOf(offices: readonly string[], isSetUp: boolean): 'not-needed' | 'needed' | 'to-set-up' {
  if (!offices.some((office) => officesWithSecondFactor.includes(office))) return 'not-needed';
  return isSetUp ? 'needed' : 'to-set-up';
}

/** A letter as it is kept. */
export interface KeptLetter {
  readonly usedAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
  readonly tries: number;
}

export type LetterProblem = { readonly code: 'letter-not-usable' };

/** Decides whether a letter still opens anything at `now`: up to, not including, `expiresAt`, once, and not after five wrong codes. */
export function checkLetter(letter: KeptLetter | null, now: Temporal.Instant): Result<void, LetterProblem> {
  const usable =
    letter !== null && letter.usedAt === null && letter.tries < codeTries && Temporal.Instant.compare(now, letter.expiresAt) < 0;
  return usable ? ok(undefined) : problem({ code: 'letter-not-usable' });
}

/** How often something may be tried, within how many minutes. */
export interface Limit {
  readonly what: 'letter-to' | 'letter-from' | 'password-for' | 'password-from' | 'second-factor';
  readonly most: number;
  readonly minutes: number;
}

/** Limits by address sent to, and by the browser's network, which a whole hub may share: that one is high. Neither stands before a vote. */
export const limits = {
  letterTo: { what: 'letter-to', most: 5, minutes: 60 },
  letterFrom: { what: 'letter-from', most: 200, minutes: 60 },
  passwordFor: { what: 'password-for', most: 20, minutes: 15 },
  passwordFrom: { what: 'password-from', most: 300, minutes: 15 },
  secondFactor: { what: 'second-factor', most: 5, minutes: 15 },
} as const satisfies Record<string, Limit>;

/** Passwords that are long and still guessed first. */
const easyPasswords = ['password', 'qwertyuiop', '1234567890', 'letmein', 'iloveyou', 'pursestrings', 'neighbourhood'];

/** Refuses a password that is a well-known one with little added, one letter repeated, or the address itself. */
export function checkPassword(password: string, email: string | null): Result<void, { readonly code: 'password-too-easy' }> {
  const plain = password.toLowerCase();
  const letters = plain.replace(/[\W\d_]+$/, '').replace(/^[\W\d_]+/, '');
  const easy =
    new Set(plain).size < 4 ||
    easyPasswords.includes(plain) ||
    easyPasswords.includes(letters) ||
    (email !== null && plain.includes(email.split('@')[0] ?? email));
  return easy ? problem({ code: 'password-too-easy' }) : ok(undefined);
}
