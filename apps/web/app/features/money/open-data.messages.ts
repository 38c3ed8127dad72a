import type { Catalogue } from '../../messages/catalogue.ts';

const groups: Readonly<Record<string, string>> = {
  ledger: 'The books: every account and every entry',
  payments: 'Payments, in the form that councils use',
  grants: 'Grants, in the form of 360Giving',
  decisions: 'Decisions with their votes and reasons',
  rounds: 'Votes with their ballots and results',
  '': 'The list of all files, with the seal of each',
};

const en = {
  title: 'All our data',
  description: (place: string) => `The books, decisions and votes of ${place} as files, for anyone to use and to check.`,
  licence: 'You may use all of it, if you say where it is from (CC BY 4.0).',
  group: (folder: string) => groups[folder] ?? folder,
  size: (kilobytes: string) => `${kilobytes} KB`,
  file: 'File',
  howBig: 'Size',
  check: 'How to check it',
  checkWords: 'Anyone can check that all of it fits together, and count every vote again. With a copy of this program, type:',
};

/** The page of a place's open data. */
export const openDataMessages: Catalogue<typeof en> = { en };
