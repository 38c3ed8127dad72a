import type { Catalogue } from '../../messages/catalogue.ts';

/** Why a vote checker's step was not taken. */
const refusals = {
  'another-version': 'There is a newer count. Look at it first.',
  'already-confirmed': 'You have confirmed this count already.',
  'has-an-interest': 'You proposed something in this vote, or have an interest in it. Another vote checker must confirm it.',
  'not-waiting-for-confirmation': 'This count is not waiting to be confirmed.',
  'not-published': 'Only a published result is counted again.',
} as const;

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;
const count = (n: number, one: string, many: string) => `${words[n] ?? n} ${n === 1 ? one : many}`;
const people = (n: number) => (n === 1 ? '1 person' : `${n.toLocaleString('en-GB')} people`);

const en = {
  refusals,
  fields: { noInterest: 'Tick this if it is true' },
  title: (round: string) => `${round}: the result`,
  heading: (round: string, chosen: number) => `${round}: ${count(chosen, 'project', 'projects')} chosen.`,
  headingAllGot: (round: string, chosen: number, hasEmpty: boolean) =>
    `${round}: ${count(chosen, 'project', 'projects')}, and everybody who ${hasEmpty ? 'ticked something' : 'voted'} got something.`,
  description: (ballots: number, chosen: number, spent: string) =>
    `${people(ballots)} voted. ${count(chosen, 'project was', 'projects were')} chosen, for ${spent}.`,
  summary: (ballots: number) => `${people(ballots)} voted.`,
  money: (spent: string, pot: string, left: string) => `${spent} of ${pot} was given out; ${left} is left.`,
  checkedBy: (checkers: number) => `Checked by ${count(checkers, 'vote checker', 'vote checkers')}.`,
  imported: 'This vote was brought in from an election held elsewhere, to try things out. Nobody checked it here.',
  provisionalTitle: 'Not checked yet',
  provisional: 'This count is seen by the vote checkers and the chair only, until two vote checkers have confirmed it.',
  checkedTitle: 'Checked, not published yet',
  mostFirst: (n: number) => `Had we simply taken the most votes first, ${people(n)} would have got nothing they ticked.`,
  thisWay: (n: number) => (n === 0 ? 'This way nobody did.' : `This way it was ${people(n)}.`),
  allProjects: (n: number) => `All ${count(n, 'project', 'projects')}`,
  project: 'Project',
  cost: 'Cost',
  votes: 'Votes',
  outcome: 'Result',
  howClose: 'How close',
  yes: 'Yes',
  notThisTime: 'Not this time',
  paidFor: 'its supporters paid for it',
  chosenAnyway: 'chosen with what was left',
  stillHad: (percent: number) => `its supporters had ${percent}% of the price left`,
  noSupport: 'nobody chose it',
  notByThis: 'passed over',
  whyEach: 'Why each one?',
  gotTitle: 'What voters got',
  gotHeading: 'Of what they ticked, they got',
  gotPeople: 'Voters',
  gotNumber: (n: number) => (n === 0 ? 'nothing' : count(n, 'project', 'projects')),
  gotEmpty: (n: number) => `${people(n)} ticked nothing and are counted under ‘nothing’.`,
  share: (start: string, final: string) => `Each voter’s share began at ${start} and ended at ${final}.`,
  boxTitle: 'Was my vote in the box?',
  code: 'Your receipt code',
  codeHint: 'Your code shows that your envelope reached the box. It never shows your choices.',
  check: 'Check',
  inTheBox: 'Yes, it is in the box.',
  notInTheBox: 'No envelope has this code. Look at each letter again.',
  countTitle: 'Count it yourself',
  countWords: (n: number) => `All ${n.toLocaleString('en-GB')} ballots are in one file, without names. Anybody can count them again.`,
  countFile: 'Get the ballots',
  countCommand: 'With our program:',
  digest: 'Mark of the file',
  tooFew: 'Fewer than 30 people voted, so the ballots are not published. Two vote checkers counted them again.',
  nextTitle: 'What happens next',
  nextWords: 'The partnership decides about each chosen project. If it does anything else, it must say why in public.',
  decisions: 'See the decisions',
  rules: 'The rules of this vote',
  // For vote checkers.
  confirmTitle: 'Is the count right?',
  confirmWords: (n: number) => `Count the file with another program, or by hand. ${n} of 2 vote checkers have confirmed it.`,
  noInterest: 'I have no interest in any of these projects, and neither have my household or near family.',
  confirm: 'The count is right',
  recount: 'Count again',
  recounted: 'Counted again: the result is the same.',
  recountDiffers: 'Counted again: the result is different. Tell the partnership now.',
};

export type ResultMessages = typeof en;
export const resultMessages: Catalogue<ResultMessages> = { en };
