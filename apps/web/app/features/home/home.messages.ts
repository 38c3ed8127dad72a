import type { Catalogue } from '../../messages/catalogue.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number): string => numbers[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count: number, one: string, many: string): string => `${inWords(count)} ${count === 1 ? one : many}`;

const en = {
  stillToDecide: (place: string, sum: string) => `${place} has ${sum} still to decide.`,
  allDecided: (place: string) => `Every pound in ${place}’s purse has a plan.`,
  justStarting: (place: string) => `${place} is just starting.`,
  pageTitle: (place: string) => `${place}: our money, our neighbourhood`,
  description: (place: string) => `See where every pound in ${place} goes, vote, and say what you need.`,
  held: (sum: string, until: string | null) =>
    `People who live here hold ${sum}${until === null ? '' : ` until ${until}`}. Nobody had to bid for it. This is where it is today.`,
  noPurseYet: 'People who live here will decide how the money is spent. The first thing to find out is what matters to you.',
  now: (title: string) => `Happening now: ${title}`,
  soon: (title: string) => `Coming up: ${title}`,
  counting: (title: string) => `Being counted: ${title}`,
  ideasToShare: (count: number) => `${capital(counted(count, 'idea', 'ideas'))},`,
  toShare: 'to share.',
  whoVotes: (age: number) => `Everyone aged ${age} or over who lives here can vote.`,
  closes: 'It takes about two minutes and closes on',
  opens: 'Voting opens on',
  votingEnded: 'Voting has ended. Two people check the count before the result is shown.',
  seeAndVote: (count: number) => `See the ${counted(count, 'idea', 'ideas')} and vote`,
  seeIdeas: (count: number) => `See the ${counted(count, 'idea', 'ideas')}`,
  paper: (where: string) => `Rather use paper? Pick up a pack at ${where}.`,
  ask: 'What would make life better here?',
  oneLine: 'One line is plenty',
  whoReads: (name: string, day: string) => `No account needed. ${name} reads every one and answers by ${day}.`,
  someoneReads: 'No account needed. People from the partnership read every one.',
  tellUs: 'Tell us',
  decidedLast: 'Decided last',
  agreed: 'Agreed',
  notAgreed: 'Not agreed',
  putOff: 'Put off',
  withSum: (title: string, sum: string | null) => (sum === null || title.includes(sum) ? title : `${title}, ${sum}`),
  allDecisions: (count: number) => (count === 1 ? 'The one decision' : `All ${count} decisions`),
  noDecisions: 'Nothing has been decided yet. Each decision will stand here, with its reason.',
  happening: 'Is it happening?',
  open: 'Open',
  onItsWay: 'On its way',
  late: 'Late',
  noProjects: 'No project has begun yet. Each one will stand here, on time or late.',
  nextMeeting: 'Next meeting',
  toDecide: (count: number) => (count === 0 ? '' : `${capital(counted(count, 'thing', 'things'))} to decide.`),
  comeAndListen: 'Anyone can come and listen.',
  readPapers: 'Read the papers',
  noMeeting: 'No date has been set. It will stand here as soon as there is one.',
};

/** A neighbourhood's home. */
export const homeMessages: Catalogue<typeof en> = { en };
export type HomeMessages = typeof en;
