/** Exact fractions of whole numbers without limit, for the few numbers of a count that are not whole. */
import type { ExactNumber, ExactUnits } from './count-document.ts';

/** `numerator` ÷ `denominator`; the denominator is above zero; not always in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const longestText = 80;

/** Less than zero, zero or more than zero, as a is less than, equal to or more than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** In lowest terms: '25000/21', or '5' when whole; null when the text would be long. */
export function fractionText(value: Fraction): string | null {
  const divisor = greatestCommonDivisor(value.numerator, value.denominator);
  const numerator = divisor === 0n ? 0n : value.numerator / divisor;
  const denominator = divisor === 0n ? 1n : value.denominator / divisor;
  const text = denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
  return text.length > longestText ? null : text;
}

/** Rounded down to three decimals, and exact where short. */
export function exactNumber(value: Fraction): ExactNumber {
  const thousandths = String((value.numerator * 1000n) / value.denominator).padStart(4, '0');
  return { rounded: `${thousandths.slice(0, -3)}.${thousandths.slice(-3)}`, exact: fractionText(value) };
}

/** Whole units rounded down, and exact where short. */
export function exactUnits(value: Fraction): ExactUnits {
  return { units: Number(value.numerator / value.denominator), exact: fractionText(value) };
}

/** The nearest double, to within a few units in its last place; for estimates that are checked exactly afterwards. */
export function approximately(numerator: bigint, denominator: bigint): number {
  const direct = Number(numerator) / Number(denominator);
  if (Number.isFinite(direct) && Number(denominator) < 1e300) return direct;
  const shift = BigInt(Math.max(0, denominator.toString(16).length * 4 - 900));
  return Number(numerator >> shift) / Number(denominator >> shift);
}
