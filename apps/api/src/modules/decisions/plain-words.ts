import { checkOfficialWords } from '@pursestrings/plain-language/official-words';

/** A part of a decision's words that could be plainer, and how. */
export interface PlainWarning {
  /** The field it stands in. */
  readonly about: 'plainSummary' | 'reasons';
  readonly text: string;
  readonly words: string;
}

/** What of a decision's words could be plainer (web.md, section 2). It warns; the chair may publish anyway, with a reason. */
export function couldBePlainer(words: { readonly plainSummary: string; readonly reasons: string }): PlainWarning[] {
  return (['plainSummary', 'reasons'] as const).flatMap((about) =>
    checkOfficialWords(words[about]).map(({ text, words: how }) => ({ about, text, words: how })),
  );
}
