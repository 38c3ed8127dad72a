import { pence, plainPounds } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { type ProposalCard, type ProposalStage, proposalStages, type readProposal } from '@pursestrings/contracts/proposals';
import { shortened } from '../../layout/shortened.ts';

type Proposal = ResponseOf<typeof readProposal>['proposal'];

/** What is asked of the list. */
export interface ListQuery {
  readonly page: number;
  readonly stage: ProposalStage | undefined;
  readonly words: string | undefined;
}

/** The stages that public proposals can be in: one that was only sent is not public. */
export const publicStages: readonly ProposalStage[] = proposalStages.filter((stage) => stage !== 'sent');

const longestSearch = 100;
const lastPage = 10_000;

/** Reads the list's address. What does not fit is left out, so that a mistyped address still shows a list. */
export function listQuery(search: URLSearchParams): ListQuery {
  const page = Number(search.get('page') ?? '1');
  const words = (search.get('words') ?? '').trim().slice(0, longestSearch);
  return {
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
    stage: publicStages.find((stage) => stage === search.get('stage')),
    words: words === '' ? undefined : words,
  };
}

/** A proposal in the list, with its sum and day in words. */
export interface CardView extends Omit<ProposalCard, 'costPence' | 'nextBy'> {
  readonly cost: string | null;
  readonly nextBy: string | null;
}

/** How much of a text a list shows, in characters. */
const shortLength = 180;

/** A proposal as the list shows it. */
export function cardView({ costPence, nextBy, what, ...card }: ProposalCard): CardView {
  return { ...card, what: shortened(what, shortLength), cost: costInWords(costPence), nextBy: nextBy === null ? null : dayInWords(nextBy) };
}

/** A proposal with its sum and days in words, so that no calendar code reaches a browser. */
export interface ProposalView extends Omit<Proposal, 'costPence'> {
  readonly cost: string | null;
}

/** A proposal as its page shows it. */
export function proposalView({ costPence, ...proposal }: Proposal): ProposalView {
  return {
    ...proposal,
    cost: costInWords(costPence),
    nextBy: proposal.nextBy === null ? null : dayInWords(proposal.nextBy),
    publishedOn: proposal.publishedOn === null ? null : dayInWords(proposal.publishedOn),
    comments: proposal.comments.map((comment) => ({ ...comment, on: dayInWords(comment.on) })),
  };
}

function costInWords(costPence: number | null): string | null {
  return costPence === null ? null : plainPounds(pence(costPence));
}
