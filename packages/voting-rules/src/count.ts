import type { CountDocument } from './count-document.ts';
import { decide } from './decide.ts';
import type { CountInput } from './round.ts';
import type { Rule } from './rules.ts';
import { tellStory } from './story.ts';

export interface CountOptions {
  /** Called now and then with the share of the work done, from 0 to 1: the first half is counting (as the share of the pot given out), the second the story. */
  readonly onProgress?: (share: number) => void;
  /** Take every decision by exact fractions, never by the certified floating-point filter. The result is the same, byte for byte. */
  readonly forceExact?: boolean;
  /** Leave out how close each project came, which takes most of the time; those fields are then null. */
  readonly skipCloseness?: boolean;
}

/**
 * Counts the ballots under the rule and tells the whole story.
 *
 * Pure: the same inputs give the same document, byte for byte, in Node, a worker and a browser. Throws `CountInputError` (`count-error.ts`) when
 * the inputs contradict themselves (an unknown project on a ballot, a tie order that misses one, a sum that is not whole).
 */
export function count(input: CountInput, rule: Rule, options: CountOptions = {}): CountDocument {
  const onProgress = options.onProgress ?? (() => undefined);
  const decision = decide(input, rule, { forceExact: options.forceExact ?? false, onProgress: (share) => onProgress(share / 2) });
  const document = tellStory(decision, rule, {
    withCloseness: options.skipCloseness !== true,
    onProgress: (share) => onProgress(0.5 + share / 2),
  });
  onProgress(1);
  return document;
}
