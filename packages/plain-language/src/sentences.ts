/** A stretch of a text: `start` included, `end` not, counted in UTF-16 units as JavaScript strings are. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Endings that do not end a sentence: 'St. Mary', 'Mr. Malik', 'e.g. lights'. */
const notAnEnd = /(?:^|[\s(])(?:St|Mr|Mrs|Ms|Dr|Rd|No|Nos|approx|e\.g|i\.e|[A-Z])\.$/;

/** The paragraphs of a text: what stands between line breaks, empty ones left out. */
export function paragraphsOf(text: string): readonly Stretch[] {
  return [...text.matchAll(/[^\n\r]*\S[^\n\r]*/g)].map((match) => trimmed(text, match.index, match.index + match[0].length));
}

/** The sentences of a text. A line break ends one; a full stop inside a sum, a time or a short form does not. */
export function sentencesOf(text: string): readonly Stretch[] {
  return paragraphsOf(text).flatMap((paragraph) => {
    const found: Stretch[] = [];
    let from = 0;
    for (const match of paragraph.text.matchAll(/[.!?…]+["'’”)]*(?=\s)/g)) {
      const end = match.index + match[0].length;
      if (notAnEnd.test(paragraph.text.slice(from, end))) continue;
      found.push(trimmed(text, paragraph.start + from, paragraph.start + end));
      from = end;
    }
    if (paragraph.text.slice(from).trim() !== '') found.push(trimmed(text, paragraph.start + from, paragraph.end));
    return found;
  });
}

/** How many words a sentence has. A sum, a date's day and a word with a hyphen are one each; signs standing alone are none. */
export function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function trimmed(text: string, start: number, end: number): Stretch {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  const plain = part.trim();
  return { start: from, end: from + plain.length, text: plain };
}
