import { createContext, useContext } from 'react';

/** The few words that the components say by themselves. The web gives them in the reader's language. */
export interface UiWords {
  readonly skipToPage: string;
  readonly thereIsAProblem: string;
  /** Read out before an error's words, as in 'Error: Enter your name'. */
  readonly error: string;
  readonly optional: string;
  readonly back: string;
  readonly change: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly pageBefore: string;
  readonly pageAfter: string;
  readonly pages: string;
  readonly sameAsATable: string;
  readonly youAreHere: string;
  readonly done: string;
  readonly important: string;
  readonly information: string;
  readonly spent: string;
  readonly promised: string;
  readonly setAside: string;
  readonly stillToDecide: string;
  /** The purse bar read out loud: 'Of £100: spent 40%, promised 10%'. */
  readonly purseInWords: (total: string, parts: string) => string;
  readonly purseIsEmpty: string;
}

/** The words in English, the language that a page speaks unless told otherwise. */
export const englishUiWords: UiWords = {
  skipToPage: 'Skip to the page',
  thereIsAProblem: 'There is a problem',
  error: 'Error:',
  optional: 'optional',
  back: 'Back',
  change: 'Change',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  pageBefore: 'Page before',
  pageAfter: 'Next page',
  pages: 'Pages',
  sameAsATable: 'The same as a table',
  youAreHere: 'You are here',
  done: 'Done',
  important: 'Important',
  information: 'Good to know',
  spent: 'Spent',
  promised: 'Promised to projects',
  setAside: 'Set aside, no project yet',
  stillToDecide: 'Still to decide',
  purseInWords: (total, parts) => `Of ${total}: ${parts}`,
  purseIsEmpty: 'There is nothing in the purse yet.',
};

/** Where the components look for their words; English unless a provider says otherwise. */
export const UiWordsContext = createContext<UiWords>(englishUiWords);

/** The words of the page being drawn. */
export function useUiWords(): UiWords {
  return useContext(UiWordsContext);
}
