/**
 * Money is whole pence. Shares of a penny exist only inside counting, as exact fractions; pounds exist only
 * where people read or type them. Nothing here uses floating-point arithmetic on a sum.
 */

declare const penceBrand: unique symbol;

/** A whole number of pence, within ±9,007,199,254,740,991. Made only by the functions of this file. */
export type Pence = number & { readonly [penceBrand]: 'Pence' };

/** Checks that `value` is a whole number of pence. Throws a `RangeError` otherwise, since that is a fault of ours. */
export function pence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Money must be whole pence, got ${value}.`);
  return value as Pence;
}

/** Reads a sum as the database driver gives it: a decimal text of whole pence, or a `bigint`. Throws when it is neither. */
export function penceFromDatabase(value: string | bigint | number): Pence {
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) throw new RangeError(`Money must be whole pence, got ${value}.`);
  return pence(Number(value));
}

/** The sum of all, in pence; zero for none. Throws when the total is too large to be exact. */
export function sumPence(values: Iterable<Pence>): Pence {
  let total = 0;
  for (const value of values) total = pence(total + value);
  return pence(total);
}

/** What somebody typed ('£1,240', '1240.50', '1 240.5') as pence, or null when it is not a sum of pounds and pence. */
export function penceFromPounds(text: string): Pence | null {
  const plain = text.trim().replace(/^£/, '').replace(/[,\s]/g, '');
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return pence(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function parts(amount: Pence): { sign: string; pounds: string; rest: string } {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return { sign: amount < 0 ? '−' : '', pounds: grouped(digits.slice(0, -2)), rest: digits.slice(-2) };
}

/** For headlines: whole pounds, rounded towards zero, as in '£382,315'. */
export function headlinePounds(amount: Pence): string {
  const { sign, pounds } = parts(amount);
  return `${sign}£${pounds}`;
}

/** For tables and records: always with pence, so that columns add up to the eye, as in '£382,315.56'. */
export function exactPounds(amount: Pence): string {
  const { sign, pounds, rest } = parts(amount);
  return `${sign}£${pounds}.${rest}`;
}

/** For sentences: with pence only where there are any, as in '£9,600' or '£32.45'. */
export function plainPounds(amount: Pence): string {
  const { sign, pounds, rest } = parts(amount);
  return rest === '00' ? `${sign}£${pounds}` : `${sign}£${pounds}.${rest}`;
}

/** For files and form fields: no sign of currency, no grouping, two decimals, a plain minus, as in '382315.56'. */
export function decimalPounds(amount: Pence): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `part` as whole hundredths of `whole`, rounded to the nearest; 0 when `whole` is 0. For pictures and 'about', never for sums. */
export function percentOf(part: Pence, whole: Pence): number {
  return whole === 0 ? 0 : Math.round((part * 100) / whole);
}
