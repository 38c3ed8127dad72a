import type { CountDocument } from './count-document.ts';
import type { CountInput } from './round.ts';
import type { Rule } from './rules.ts';

export interface CountOptions {
  /** Called now and then with the share of the work done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Take every decision by exact fractions, never by the certified floating-point filter. The result is the same, byte for byte. */
  readonly forceExact?: boolean;
}

/**
 * Counts the ballots under the rule and tells the whole story.
 *
 * Pure: the same inputs give the same document, byte for byte, in Node, a worker and a browser. Throws `CountInputError` when
 * the inputs contradict themselves (an unknown project on a ballot, a tie order that misses one, a sum that is not whole).
 */
export function count(_input: CountInput, _rule: Rule, _options: CountOptions = {}): CountDocument {
  throw new Error('The counting engine is being laid.');
}
