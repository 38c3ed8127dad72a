import type { Plainer } from './avoid-list.ts';
import { sentencesOf } from './sentences.ts';

/** A word of the list as found in a text, and what could be said instead. */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
  /** As it stands in the text. */
  readonly found: string;
  /** As it stands in the list. */
  readonly avoid: string;
  readonly say: readonly string[];
}

/**
 * Finds words and phrases of a list in a text, in the order in which they stand, with their usual endings and both spellings of '-ise'.
 * Names are let alone: a word with a capital letter counts only at the start of a sentence, and there only when the next word has none.
 */
export function findWords(text: string, list: readonly Plainer[]): readonly FoundWord[] {
  const starts = new Set(sentencesOf(text).map((sentence) => firstLetter(text, sentence.start)));
  const found = list.flatMap(([avoid, say]) =>
    [...text.matchAll(patternOf(avoid))]
      .filter((match) => !isName(text, match, starts))
      .map((match) => ({ start: match.index, end: match.index + match[0].length, found: match[0], avoid, say })),
  );
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return inOrder.filter((word, index) => !inOrder.slice(0, index).some((before) => before.end > word.start));
}

const patterns = new Map<string, RegExp>();

function patternOf(avoid: string): RegExp {
  const known = patterns.get(avoid);
  if (known) return known;
  const escaped = avoid
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/i[sz]e$/, 'i[sz]e')
    .replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${withEndings(escaped)}(?![\\p{L}\\p{N}-])`, 'giu');
  patterns.set(avoid, pattern);
  return pattern;
}

/** 'utilise' also finds 'utilised' and 'utilising'; 'accord' also 'accords'. Phrases are taken as they are. */
function withEndings(escaped: string): string {
  if (escaped.includes('\\s')) return escaped;
  return escaped.endsWith('e') ? `${escaped.slice(0, -1)}(?:e|es|ed|ing)` : `${escaped}(?:s|ed|ing)?`;
}

function isName(text: string, match: RegExpMatchArray & { index: number }, starts: ReadonlySet<number>): boolean {
  if (!/^\p{Lu}/u.test(match[0])) return false;
  if (!starts.has(match.index)) return true;
  const after = text.slice(match.index + match[0].length);
  return /^[\s'’]+\p{Lu}/u.test(after);
}

/** Past an opening quotation mark or bracket. */
function firstLetter(text: string, start: number): number {
  return start + (/^["'‘“(\s]*/.exec(text.slice(start))?.[0].length ?? 0);
}
