import { type Pence, plainPounds } from '@pursestrings/basics/money';
import { dayInWords, deadlineInWords } from '@pursestrings/basics/time';

/** What a letter can say of its subject: whatever of it exists. */
export interface NoticeFacts {
  readonly place: string;
  readonly title: string;
  /** The public page of the thing. */
  readonly address: string;
  readonly reason: string | null;
  readonly amountPence: Pence | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** An ISO day by which somebody must answer. */
  readonly dueOn: string | null;
  readonly outcome: string | null;
  readonly summary: string | null;
}

export interface NoticeWords {
  readonly subject: string;
  /** Short paragraphs. The address and the closing lines are added when the letter is put together. */
  readonly paragraphs: readonly string[];
}

type Teller = (facts: NoticeFacts) => NoticeWords;

const reasonGiven = (facts: NoticeFacts): string[] => (facts.reason ? [`The reason: ${facts.reason}`] : []);
const sum = (facts: NoticeFacts): string => (facts.amountPence === null ? 'Money' : plainPounds(facts.amountPence));
const outcomes: Readonly<Record<string, string>> = {
  carried: 'agreed',
  lost: 'not agreed',
  deferred: 'put off to a later meeting',
  no_quorum: 'not decided, because too few members could decide',
};

/** The words of each letter, by the event that it tells of. */
export const noticeWords: Readonly<Record<string, Teller>> = {
  'proposal.submitted': (facts) => ({
    subject: `A new proposal: ${facts.title}`,
    paragraphs: [
      `Somebody in ${facts.place} sent a proposal called ‘${facts.title}’.`,
      'Please look at it. You can publish it, or ask for changes.',
    ],
  }),
  'proposal.changes_asked': (facts) => ({
    subject: `A question about your proposal: ${facts.title}`,
    paragraphs: [`The partnership read ‘${facts.title}’ and asks for a change before it is published.`, ...reasonGiven(facts)],
  }),
  'proposal.published': (facts) => ({
    subject: `Your proposal is public: ${facts.title}`,
    paragraphs: [`‘${facts.title}’ is now on the website. Neighbours can back it and talk about it.`],
  }),
  'proposal.commented': (facts) => ({
    subject: `Somebody wrote about ${facts.title}`,
    paragraphs: [`There is a new comment on ‘${facts.title}’.`],
  }),
  'proposal.checking': (facts) => ({
    subject: `Being checked: ${facts.title}`,
    paragraphs: [`The partnership now checks whether ‘${facts.title}’ could work, and what it would cost.`],
  }),
  'proposal.ready': (facts) => ({
    subject: `Ready: ${facts.title}`,
    paragraphs: [`‘${facts.title}’ was checked and could work. It can now go to a vote or to the partnership.`],
  }),
  'proposal.declined': (facts) => ({
    subject: `Not this time: ${facts.title}`,
    paragraphs: [`‘${facts.title}’ does not go on for now.`, ...reasonGiven(facts)],
  }),
  'round.announced': (facts) => ({
    subject: `A vote is coming: ${facts.title}`,
    paragraphs: [
      `‘${facts.title}’ shares ${sum(facts)}. The rules are fixed and public from now on.`,
      ...(facts.opensAt ? [`You can vote from ${deadlineInWords(facts.opensAt)}.`] : []),
    ],
  }),
  'round.opened': (facts) => ({
    subject: `You can vote now: ${facts.title}`,
    paragraphs: [`Voting in ‘${facts.title}’ has begun.`, ...(facts.closesAt ? [`It closes on ${deadlineInWords(facts.closesAt)}.`] : [])],
  }),
  'round.closed': (facts) => ({
    subject: `Voting has ended: ${facts.title}`,
    paragraphs: ['The votes will now be counted, and two vote checkers look at the count. You will hear the result.'],
  }),
  'round.verified': (facts) => ({
    subject: `The count was checked: ${facts.title}`,
    paragraphs: ['Two vote checkers confirmed the count. It can now be published.'],
  }),
  'round.vote_arrived': (facts) => ({
    subject: `Your vote arrived: ${facts.title}`,
    paragraphs: [
      `A vote in your name is in the box of ‘${facts.title}’. Nobody can see your choices, and this letter does not hold them.`,
      ...(facts.closesAt ? [`You can change it until ${deadlineInWords(facts.closesAt)}. Only the last one counts.`] : []),
      'If that was not you, tell the vote checkers at the hub.',
    ],
  }),
  'round.published': (facts) => ({
    subject: `The result: ${facts.title}`,
    paragraphs: [`The votes in ‘${facts.title}’ were counted and checked. The page says what was chosen and why.`],
  }),
  'round.cancelled': (facts) => ({
    subject: `The vote was called off: ${facts.title}`,
    paragraphs: [`‘${facts.title}’ does not go ahead.`, ...reasonGiven(facts)],
  }),
  'meeting.papers_published': (facts) => ({
    subject: `Papers for ${facts.title}`,
    paragraphs: [`The papers for ‘${facts.title}’ are ready. Please read them before the meeting.`],
  }),
  'decision.published': (facts) => ({
    subject: `Decided: ${facts.title}`,
    paragraphs: [
      `The partnership decided on ‘${facts.title}’. It was ${outcomes[facts.outcome ?? ''] ?? 'decided'}.`,
      ...(facts.summary ? [facts.summary] : []),
    ],
  }),
  'council.asked': (facts) => ({
    subject: `A question for the council from ${facts.place}`,
    paragraphs: [
      `${facts.place} asks the council: ${facts.title}`,
      ...(facts.dueOn ? [`Please answer by ${dayInWords(facts.dueOn)}.`] : []),
    ],
  }),
  'council.answered': (facts) => ({
    subject: `The council answered: ${facts.title}`,
    paragraphs: ['The council has answered in public. You can read it on the page.'],
  }),
  'project.agreed': (facts) => ({
    subject: `It is going ahead: ${facts.title}`,
    paragraphs: [`${sum(facts)} is promised to ‘${facts.title}’.`],
  }),
  'project.updated': (facts) => ({
    subject: `News of ${facts.title}`,
    paragraphs: [`There is news of ‘${facts.title}’.`],
  }),
  'payment.requested': (facts) => ({
    subject: `A payment to look at: ${facts.title}`,
    paragraphs: [`Somebody asks to pay ${sum(facts)} for ‘${facts.title}’. It waits for somebody else to agree.`],
  }),
  'payment.published': (facts) => ({
    subject: `Paid: ${facts.title}`,
    paragraphs: [`${sum(facts)} was paid for ‘${facts.title}’. Anybody can see the payment.`],
  }),
};
