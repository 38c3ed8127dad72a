import type { Catalogue } from '../../messages/catalogue.ts';

/** A word that must sometimes be used, what it means, and what we say where we can. */
export interface ExplainedWord {
  /** Its address within the page, as in '/words#quorum'. */
  readonly id: string;
  readonly word: string;
  readonly weSay?: string;
  readonly meaning: string;
}

const en = {
  title: 'Words we use',
  description: 'What the official words mean, in plain English.',
  about: 'We use everyday words where we can. Some official words stay, because a law or a funder uses them. Here is what they mean.',
  weSay: (words: string) => `We say: ${words}`,
  words: [
    {
      id: 'accountable-body',
      word: 'Accountable body',
      weSay: 'who looks after the money',
      meaning: 'A council or charity that keeps the money in its bank account, because the partnership has none. It pays what was decided.',
    },
    {
      id: 'allocation',
      word: 'Allocation',
      weSay: 'set aside',
      meaning: 'Money kept for one purpose, such as a vote or small grants. No project has been promised it yet.',
    },
    {
      id: 'allocation-rule',
      word: 'Allocation rule',
      weSay: 'how the money was shared',
      meaning: 'How a fund works out what each neighbourhood gets. The rule is published, so that anyone can work it out again.',
    },
    {
      id: 'award',
      word: 'Award',
      weSay: 'all the money from a fund',
      meaning: 'The whole sum that a neighbourhood gets from one fund, for all its years.',
    },
    { id: 'ballot', word: 'Ballot', weSay: 'your choices', meaning: 'What you ticked in a vote. Nobody can see whose choices they were.' },
    {
      id: 'capacity-building',
      word: 'Capacity building',
      weSay: 'skills and support',
      meaning: 'Money kept for learning: courses, advice, and paying people to help the group along.',
    },
    {
      id: 'capital-and-revenue',
      word: 'Capital and revenue',
      weSay: 'one-off costs and running costs',
      meaning: 'A one-off cost is a thing you buy once, like a roof. A running cost comes again, like rent or wages.',
    },
    {
      id: 'commitment',
      word: 'Commitment',
      weSay: 'promised',
      meaning: 'Money that a decision has promised to a project. It cannot be promised to another.',
    },
    {
      id: 'community-chest',
      word: 'Community chest',
      weSay: 'small grants',
      meaning: 'A pot for small sums. A few people may decide on them without a whole meeting, up to a limit.',
    },
    {
      id: 'covenant',
      word: 'Covenant',
      weSay: 'agreement',
      meaning: 'What the council and others have said they will do for the neighbourhood. We show whether it happened.',
    },
    {
      id: 'drawdown',
      word: 'Drawdown',
      weSay: 'money received',
      meaning: 'A part of the award that has come into the bank account from the fund.',
    },
    {
      id: 'endorsement',
      word: 'Endorsement',
      weSay: 'the funder’s OK',
      meaning: 'The fund has read the plan and agrees that it fits the fund’s rules. It does not decide in your place.',
    },
    {
      id: 'equal-shares',
      word: 'Method of Equal Shares',
      weSay: 'how we count',
      meaning: 'Each voter has the same share of the money. A project is chosen when the people who ticked it can pay for it together.',
    },
    {
      id: 'feasibility',
      word: 'Feasibility check',
      weSay: 'could it work?',
      meaning: 'Finding out what an idea would cost, who would do it, and whether it is allowed.',
    },
    {
      id: 'fund-holder',
      word: 'Fund holder',
      weSay: 'who looks after the money',
      meaning: 'The group whose bank account the money is in. It pays what the partnership decides and nothing else.',
    },
    {
      id: 'interest',
      word: 'Interest',
      weSay: 'I have an interest',
      meaning: 'When a person, their family or their friends could gain from a decision. They say so and do not vote on it.',
    },
    {
      id: 'liaison-officer',
      word: 'Liaison officer',
      weSay: 'council contact',
      meaning: 'The one person at the council whom the neighbourhood can ask about anything.',
    },
    {
      id: 'minutes',
      word: 'Minutes',
      weSay: 'notes',
      meaning: 'The written record of a meeting: who was there, what was decided, and why.',
    },
    { id: 'motion', word: 'Motion', weSay: 'what we are deciding', meaning: 'The exact words that members say yes or no to.' },
    {
      id: 'partnership',
      word: 'Partnership',
      meaning: 'The group that decides how the money is spent. More than half of its members live here.',
    },
    {
      id: 'quorum',
      word: 'Quorum',
      weSay: 'enough members to decide',
      meaning: 'The smallest number of members who must be there. Members with an interest do not count.',
    },
    {
      id: 'reconciliation',
      word: 'Reconciliation',
      weSay: 'matching the bank',
      meaning: 'Checking that each line on the bank statement belongs to a payment that was decided.',
    },
    {
      id: 'scrutineer',
      word: 'Scrutineer',
      weSay: 'vote checker',
      meaning: 'One of two people who check the count before the result is shown. They have no interest in any of the ideas.',
    },
    {
      id: 'spend-report',
      word: 'Spend report',
      weSay: 'six-month report',
      meaning: 'What the fund holder tells the fund twice a year: what was paid and what for.',
    },
    {
      id: 'terms-of-reference',
      word: 'Terms of reference',
      weSay: 'our rules',
      meaning: 'How the partnership works: who may be a member, how it votes, and what it may spend.',
    },
    { id: 'turnout', word: 'Turnout', weSay: 'how many voted', meaning: 'How many people voted, out of all who could.' },
  ] satisfies readonly ExplainedWord[] as readonly ExplainedWord[],
};

/** The glossary. */
export const wordsMessages: Catalogue<typeof en> = { en };
