import { createContext, useContext } from 'react';

/** The languages that pages can be shown in. Add one here, and the compiler names each catalogue that lacks it. */
export type Language = 'en';

/** The messages of one feature in each language: fixed words, or typed functions for words with something in them. */
export type Catalogue<Messages> = Readonly<Record<Language, Messages>>;

/** The language of the page being drawn. */
export const LanguageContext = createContext<Language>('en');

/** The messages of a catalogue in the language of the page being drawn. */
export function useMessages<Messages>(catalogue: Catalogue<Messages>): Messages {
  return catalogue[useContext(LanguageContext)];
}
