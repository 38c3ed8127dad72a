/** A sentence of this many words or fewer is easy to follow (web.md, section 2). */
const longestSentence = 25;

/** Sentences of a decision's words that could be plainer: too long ones, with where they stand. */
export function couldBePlainer(words: { readonly plainSummary: string; readonly reasons: string }): { about: string; words: string }[] {
  return (['plainSummary', 'reasons'] as const).flatMap((about) =>
    sentencesOf(words[about])
      .filter((sentence) => sentence.split(/\s+/).length > longestSentence)
      .map((sentence) => ({ about, words: sentence })),
  );
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
