import type { BallotType } from '@pursestrings/contracts/rounds';
import type { Catalogue } from '../../messages/catalogue.ts';

/** How to fill a ballot in, by its kind; `most` is the number that the vote allows. */
const howTo: Record<BallotType, (most: number) => string> = {
  approval: () => 'Tick as many as you like.',
  up_to_k: (most) => `Tick up to ${most}.`,
  basket: () => 'Tick what you would buy. It must fit into the pot together.',
  points: (most) => `Give out up to ${most} points, as you like.`,
  score: (most) => `Give each one from 0 to ${most} points.`,
  ranked: (most) => `Number your favourites: 1 for the best, then 2. You can number up to ${most}.`,
};

/** Why a ballot was not taken, with what to do. */
const refusals = {
  'not-open': 'Voting is not open now, so this ballot was not sent.',
  'unknown-project': 'Something on this ballot is not in this vote. Choose again.',
  'project-named-twice': 'Something is on this ballot twice. Choose again.',
  'too-many-choices': 'You have chosen too many. Take one or more out.',
  'dearer-than-the-pot': 'What you chose costs more than there is. Take one or more out.',
  'points-wrong': 'The numbers do not fit this vote. Look at how many you may give.',
  'sign-in-or-code': { field: 'votingCode', words: 'Type your voting code, or sign in' },
  'code-wrong': { field: 'votingCode', words: 'This is not a voting code of this vote. Look at each letter again' },
  'too-many-tries': {
    field: 'votingCode',
    words: 'This code was typed wrongly five times. Try again in an hour, or ask at the hub for a new one',
  },
  'not-on-the-list': 'You are not on the voting list yet. Tell us that you live here, or come to the hub. Your choices are still here.',
  'paper-handed-over': 'You were given a voting paper, so you vote with that.',
  'too-many-changes': 'You have changed your vote 20 times this hour. Your last vote counts. You can change it again later.',
} as const;

const en = {
  howTo,
  refusals,
  description: (count: string, pot: string) => `${count}, ${pot}. Choose first; you are asked who you are at the end.`,
  ideas: (count: number) => (count === 1 ? 'One idea' : `${count} ideas`),
  equalShare: 'Everybody’s vote has an equal share of the money, so ticking more never wastes your vote.',
  howCounted: 'How it is counted',
  order: 'You are not asked who you are until the end. The order is different each time, so that nobody is always first.',
  more: 'More about this',
  readProposal: 'Read the whole proposal',
  number: (title: string) => `Your number for ${title}`,
  notSentYet: 'Not sent yet.',
  until: (deadline: string) => `You can change your mind until ${deadline}.`,
  check: 'Check my choices',
  ticked: ['You have ticked ', '. '] as const,
  // Checking and sending.
  checkTitle: 'Check your choices',
  checkDescription: 'Look at what you chose, then say who you are and send it.',
  youChose: (count: number) => (count === 0 ? 'You chose none of them. An empty ballot counts as a vote.' : 'You chose these.'),
  place: (place: number) => `Number ${place}`,
  points: (points: number) => (points === 1 ? '1 point' : `${points} points`),
  together: (cost: string, pot: string) => `Together they cost ${cost}. There is ${pot} in this vote.`,
  changeChoices: 'Change my choices',
  whoTitle: 'Who are you?',
  signedIn: (name: string) => `You are signed in as ${name}. Send your vote as yourself.`,
  orCode: 'Or vote with a code instead',
  code: 'Your voting code',
  codeHint: 'Twelve letters and numbers on your voting letter, like ABCD-EFGH-JKMN.',
  noCode: 'No code? Leave it empty and press the button. You can sign in, and your choices wait here.',
  sealed:
    'Your choices go into a sealed envelope. Opening the box takes two keys from different holders, after voting closes. The people who run this site cannot open it alone.',
  demonstration: 'This site is a demonstration. Its key lies on the server, so one person can try everything.',
  honest:
    'No website is perfect. A dishonest person running it could see or change your choices before they are sealed. If that worries you, vote on paper.',
  pressure:
    'Is somebody telling you how to vote? Do what keeps you safe. You can change it until voting closes; only the last vote counts. A vote at the desk replaces it for good.',
  promises: 'How your vote is kept',
  send: 'Send my vote',
  // Sent.
  sentTitle: 'Your vote is in',
  sentDescription: 'Your envelope reached the box.',
  receipt: 'Your receipt code',
  keepCode: 'Your code shows that your envelope reached the box. It never shows your choices.',
  sentNext: (deadline: string) => `You can vote again until ${deadline}. Only the last vote counts.`,
  sentResult: 'After that the box is opened and counted, and two people check the count. The result stands on the page of this vote.',
  notFound: 'There is no envelope with this code',
  notFoundWords: 'Look at each letter of the code again. If you have not pressed ‘Send my vote’ yet, your vote is not in.',
  backToVote: 'Back to the vote',
};

export type BallotMessages = typeof en;
export const ballotMessages: Catalogue<BallotMessages> = { en };
