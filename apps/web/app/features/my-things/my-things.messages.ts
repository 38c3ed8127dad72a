import type { Catalogue } from '../../messages/catalogue.ts';

const en = {
  title: 'My things',
  description: 'What became of what you said, what you follow, and which letters you get.',
  nowhere: 'You do not belong to a neighbourhood here yet.',
  choose: 'Choose your neighbourhood and join',
  proposed: 'What you proposed',
  nothingProposed: 'You have not proposed anything yet.',
  propose: 'Propose something',
  states: {
    draft: 'Not sent yet',
    submitted: 'Sent',
    changes_asked: 'A question for you',
    withdrawn: 'Taken back',
    merged: 'Part of another',
  } as Readonly<Record<string, string>>,
  goOn: 'Go on with it',
  answer: 'Read the question and answer it',
  reason: (reason: string) => `The reason: ${reason}`,
  follow: 'What you follow',
  followsNothing: 'You follow nothing yet. Back something or press Follow, and it stands here.',
  kinds: { proposal: 'Proposal', round: 'Vote', project: 'Project', decision: 'Decision' },
  unfollow: 'Follow it no longer',
  news: 'Newest letters to you',
  noNews: 'Nothing yet. We write when something happens to what you follow.',
  allLetters: (count: number) => (count === 1 ? 'Show one older letter' : `Show ${count} older letters`),
  notArrived: 'We could not send this one by e-mail.',
  letters: 'Letters by e-mail',
  lettersOn: 'You get a letter at each step of what you follow.',
  lettersOff: 'You get no letters. What happens still stands on this page.',
  turnOff: 'Stop these letters',
  turnOn: 'Write to me again',
  forPartnership: 'For the partnership',
  thisWeek: 'This week',
  toLookAt: 'Proposals to look at',
  ideas: 'Ideas to read',
  account: 'Your name, password and where you are signed in',
  signOut: 'Sign out',
};

/** Somebody's own page. */
export const myThingsMessages: Catalogue<typeof en> = { en };
