import { avoidList, type Plainer } from './avoid-list.ts';
import { findWords } from './find-words.ts';
import { instead, longestParagraphSentences, longestSentenceWords } from './hints.ts';
import { paragraphsOf, sentencesOf, wordsIn } from './sentences.ts';

/** Where official words are harder than they may be. */
export interface HardPlace {
  readonly kind: 'sentence' | 'paragraph' | 'word';
  readonly start: number;
  readonly end: number;
  /** The part of the text that is meant. */
  readonly text: string;
  readonly words: string;
}

export interface OfficialRules {
  /** Words of the list that may stand here, because their meaning stands beside them. In any case. */
  readonly allowed?: readonly string[];
  /** Further words that may not. */
  readonly alsoAvoid?: readonly Plainer[];
}

/**
 * Checks words that speak for the partnership or the program (decision summaries, notices, pages): sentences of at most 25 words,
 * paragraphs of at most 5 sentences, no word to avoid without its meaning. An empty list means that all is well. It decides
 * nothing: the chair may publish anyway, with a reason.
 */
export function checkOfficialWords(text: string, rules: OfficialRules = {}): readonly HardPlace[] {
  const allowed = new Set((rules.allowed ?? []).map((word) => word.toLowerCase()));
  const list = [...avoidList, ...(rules.alsoAvoid ?? [])].filter(([avoid]) => !allowed.has(avoid.toLowerCase()));
  const sentences = sentencesOf(text)
    .map((sentence) => ({ ...sentence, count: wordsIn(sentence.text) }))
    .filter(({ count }) => count > longestSentenceWords)
    .map(
      ({ start, end, text: said, count }): HardPlace => ({
        kind: 'sentence',
        start,
        end,
        text: said,
        words: tooMany(count, 'words', longestSentenceWords),
      }),
    );
  const paragraphs = paragraphsOf(text)
    .map((paragraph) => ({ ...paragraph, count: sentencesOf(paragraph.text).length }))
    .filter(({ count }) => count > longestParagraphSentences)
    .map(
      ({ start, end, text: said, count }): HardPlace => ({
        kind: 'paragraph',
        start,
        end,
        text: said,
        words: tooMany(count, 'sentences', longestParagraphSentences),
      }),
    );
  const words = findWords(text, list)
    .filter(({ found }) => !allowed.has(found.toLowerCase()))
    .map(({ start, end, found, say }): HardPlace => ({ kind: 'word', start, end, text: found, words: instead(found, say) }));
  return [...sentences, ...paragraphs, ...words].toSorted((a, b) => a.start - b.start);
}

function tooMany(count: number, what: string, most: number): string {
  return `It has ${count} ${what}; at most ${most} are easy to read.`;
}
