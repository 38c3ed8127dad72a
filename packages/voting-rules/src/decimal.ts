/** Sums of money as text and whole units, with no floating point on the way. */

/** A decimal text taken apart: `digits` × 10^−`decimals`. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/** Reads '4000', '4000.0', '2532645.83', '2532645,83' or '1e6' (0 or more); null for anything else. Decimals are kept as written. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^\+?(\d{1,30})(?:\.(\d{0,30}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text.trim().replace(/,(\d{1,2})$/, '.$1'));
  if (!match) return null;
  const fraction = match[2] ?? '';
  const decimals = fraction.length - Number(match[3] ?? 0);
  const digits = BigInt(`${match[1]}${fraction}`);
  return decimals < 0 ? { digits: digits * 10n ** BigInt(-decimals), decimals: 0 } : { digits, decimals };
}

/** The value as a whole number of 10^−`decimals`, rounded down. */
export function scaleDecimal(value: Decimal, decimals: number): bigint {
  return decimals >= value.decimals
    ? value.digits * 10n ** BigInt(decimals - value.decimals)
    : value.digits / 10n ** BigInt(value.decimals - decimals);
}

/** Takes trailing zeros behind the point away, as in 4000.0. */
export function withoutTrailingZeros(value: Decimal): Decimal {
  let { digits, decimals } = value;
  while (decimals > 0 && digits % 10n === 0n) {
    digits /= 10n;
    decimals -= 1;
  }
  return { digits, decimals };
}

/** Whole units as a decimal text with all its decimals: 960000 with 100 units to the pound is '9600.00'. */
export function unitsAsText(units: number, unitsPerPound: number): string {
  const decimals = decimalsOf(unitsPerPound);
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** How many decimals a number of units to the pound stands for: 2 for 100. Throws a `RangeError` unless it is a power of ten. */
export function decimalsOf(unitsPerPound: number): number {
  const text = String(unitsPerPound);
  if (!/^10*$/.test(text)) throw new RangeError(`The units in a pound must be 1, 10, 100 …, got ${text}.`);
  return text.length - 1;
}
