import { pence, plainPounds } from '@pursestrings/basics/money';
import { unitsAsText } from './decimal.ts';

/** How sums of a count are written: pounds and pence for rounds of ours, other coins as '4,300 PLN'. */
export interface Coin {
  readonly currency: string;
  readonly unitsPerPound: number;
}

/** A sum for a sentence: with decimals only where there are any. */
export function sumInWords(units: number, coin: Coin): string {
  if (coin.currency === 'GBP' && coin.unitsPerPound === 100) return plainPounds(pence(units));
  const [whole = '0', rest = ''] = unitsAsText(units, coin.unitsPerPound).split('.');
  const pounds = grouped(whole);
  const decimals = /[1-9]/.test(rest) ? `.${rest}` : '';
  return coin.currency === 'GBP' ? `£${pounds}${decimals}` : `${pounds}${decimals} ${coin.currency}`;
}

/** Whole numbers with commas, '10,081'; the same on every machine, whatever its language. */
export function grouped(digits: string | number): string {
  return String(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** '1 person', '204 people'. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${grouped(count)} people`;
}

/** 'a', 'a and b', 'a, b and c'. */
export function listInWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
