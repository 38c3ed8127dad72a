import { hintList } from './avoid-list.ts';
import { findWords } from './find-words.ts';
import { paragraphsOf, sentencesOf, wordsIn } from './sentences.ts';

/** Something that a resident may like to know about a text while writing it. It can be ignored and is never stored. */
export interface Hint {
  readonly kind: 'long-sentence' | 'long-paragraph' | 'plainer-word';
  readonly start: number;
  readonly end: number;
  /** For the writer, as it is shown. */
  readonly words: string;
}

/** Longer than this, a sentence asks for a second reading. */
export const longestSentenceWords = 25;
/** Longer than this, a paragraph is a wall. */
export const longestParagraphSentences = 5;

/** More would be a teacher's red pen. */
const atMost = 5;

/**
 * Friendly hints about a resident's words, at most five, in the order in which they stand. Says nothing about spelling or grammar,
 * gives no marks, holds nothing back, and lets names of people and places alone.
 */
export function hints(text: string): readonly Hint[] {
  const long = sentencesOf(text)
    .filter((sentence) => wordsIn(sentence.text) > longestSentenceWords)
    .map(({ start, end }): Hint => ({ kind: 'long-sentence', start, end, words: 'This sentence is long. You could split it.' }));
  const walls = paragraphsOf(text)
    .filter((paragraph) => sentencesOf(paragraph.text).length > longestParagraphSentences)
    .map(
      ({ start, end }): Hint => ({
        kind: 'long-paragraph',
        start,
        end,
        words: 'This part is long. An empty line in the middle would help.',
      }),
    );
  const words = findWords(text, hintList).map(
    ({ start, end, found, say }): Hint => ({ kind: 'plainer-word', start, end, words: instead(found, say) }),
  );
  return [...walls, ...long, ...words].toSorted((a, b) => a.start - b.start || b.end - a.end).slice(0, atMost);
}

/** 'You could say ‘use’ instead of ‘utilise’.' */
export function instead(found: string, say: readonly string[]): string {
  return say.length === 0 ? `You could leave out ‘${found}’.` : `You could say ‘${say.slice(0, 2).join('’ or ‘')}’ instead of ‘${found}’.`;
}
