import type { Catalogue } from './catalogue.ts';

const en = {
  pursestrings: 'Pursestrings',
  home: 'Home',
  money: 'Money',
  votes: 'Votes',
  proposals: 'Proposals',
  decisions: 'Decisions',
  signIn: 'Sign in',
  myThings: 'My things',
  joinHere: 'Live here? Join in',
  allOurData: 'All our data',
  wordsWeUse: 'Words we use',
  accessibility: 'Accessibility',
  privacy: 'Privacy',
  allPlaces: 'All neighbourhoods',
  titleWithErrors: (title: string) => `Error: ${title}`,
  titleInPlace: (title: string, place: string) => `${title} · ${place}`,
  needAHand: 'Need a hand?',
  ring: (name: string) => `Ring ${name} on`,
  ringUs: 'Ring us on',
  orCome: (where: string) => `or come to ${where}`,
  comeTo: (where: string) => `Come to ${where}`,
  pageCost: (kilobytes: string) => `This page cost your phone about ${kilobytes} KB.`,
};

/** What stands around every page. */
export const shellMessages: Catalogue<typeof en> = { en };
