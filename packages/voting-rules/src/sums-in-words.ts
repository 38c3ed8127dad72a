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
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const decimals = /[1-9]/.test(rest) ? `.${rest}` : '';
  return coin.currency === 'GBP' ? `£${grouped}${decimals}` : `${grouped}${decimals} ${coin.currency}`;
}

/** '1 person', '204 people'. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`;
}

/** 'a', 'a and b', 'a, b and c'. */
export function listInWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
