import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { ProposalMove } from '@pursestrings/contracts/look';
import type { ProposalQuestion, ProposalStage } from '@pursestrings/contracts/proposals';

/** The states of a proposal (domain.md, section 3). */
export type ProposalState =
  | 'draft'
  | 'submitted'
  | 'changes_asked'
  | 'in_discussion'
  | 'checking'
  | 'ready'
  | 'on_ballot'
  | 'chosen'
  | 'not_chosen_this_time'
  | 'with_partnership'
  | 'agreed'
  | 'deferred'
  | 'declined'
  | 'project'
  | 'withdrawn'
  | 'merged'
  | 'not_possible_now';

/** States in which a proposal is private to its author and the partnership. */
export const privateStates: readonly ProposalState[] = ['draft', 'submitted', 'changes_asked', 'withdrawn', 'merged'];

const stages: Readonly<Record<ProposalState, ProposalStage>> = {
  draft: 'sent',
  submitted: 'sent',
  changes_asked: 'sent',
  in_discussion: 'talking',
  checking: 'checking',
  ready: 'ready',
  on_ballot: 'ready',
  chosen: 'decided',
  with_partnership: 'ready',
  agreed: 'decided',
  deferred: 'decided',
  project: 'happening',
  not_chosen_this_time: 'not_this_time',
  declined: 'not_this_time',
  withdrawn: 'not_this_time',
  merged: 'not_this_time',
  not_possible_now: 'not_this_time',
};

/** Where a proposal is, in one of the six words that residents see, or 'not this time'. */
export function stageOf(state: ProposalState): ProposalStage {
  return stages[state];
}

/** The states that make up a stage, for public lists. */
export function publicStatesOf(stage: ProposalStage): ProposalState[] {
  return (Object.keys(stages) as ProposalState[]).filter((state) => stages[state] === stage && !privateStates.includes(state));
}

interface Move {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  readonly needsReason: boolean;
}

/** What was not chosen or not possible can become ready again; each step out has a reason. */
const moves: Readonly<Record<ProposalMove, Move>> = {
  publish: { from: ['submitted'], to: 'in_discussion', needsReason: false },
  ask_changes: { from: ['submitted'], to: 'changes_asked', needsReason: true },
  check: { from: ['in_discussion'], to: 'checking', needsReason: false },
  ready: { from: ['in_discussion', 'checking', 'not_chosen_this_time', 'not_possible_now', 'deferred'], to: 'ready', needsReason: false },
  not_possible: { from: ['in_discussion', 'checking', 'ready'], to: 'not_possible_now', needsReason: true },
  decline: { from: ['in_discussion', 'checking', 'ready'], to: 'declined', needsReason: true },
};

export type MoveProblem =
  | { readonly code: 'not-from-this-state'; readonly state: ProposalState }
  | { readonly code: 'own-proposal' | 'declared-interest' | 'reason-needed' | 'cost-needed' };

/** What is known of a proposal and of whoever moves it. */
export interface MoveFacts {
  readonly state: ProposalState;
  readonly hasCost: boolean;
  readonly isOwn: boolean;
  readonly hasInterest: boolean;
  readonly hasReason: boolean;
}

/** Decides where a move leads. Nobody moves their own proposal, nor one in which they declared an interest. */
export function checkMove(move: ProposalMove, facts: MoveFacts): Result<ProposalState, MoveProblem> {
  if (facts.isOwn) return problem({ code: 'own-proposal' });
  if (facts.hasInterest) return problem({ code: 'declared-interest' });
  const { from, to, needsReason } = moves[move];
  if (!from.includes(facts.state)) return problem({ code: 'not-from-this-state', state: facts.state });
  if (needsReason && !facts.hasReason) return problem({ code: 'reason-needed' });
  if (to === 'ready' && !facts.hasCost) return problem({ code: 'cost-needed' });
  return ok(to);
}

/** Whether its author may change the answers now. */
export function isAuthorsTurn(state: ProposalState): boolean {
  return state === 'draft' || state === 'changes_asked';
}

/** Whether its author may still take it back: until the partnership or a vote has it. */
export function canWithdraw(state: ProposalState): boolean {
  return ['draft', 'submitted', 'changes_asked', 'in_discussion', 'checking', 'ready'].includes(state);
}

/** The questions without which a proposal cannot be sent. Where it is and what it costs may be found out together. */
const needed: readonly ProposalQuestion[] = ['title', 'what', 'why', 'who'];

/** Which needed answers are still empty, in the order of the questions. */
export function missingAnswers(answers: Readonly<Record<ProposalQuestion, string>>): ProposalQuestion[] {
  return needed.filter((question) => answers[question].trim() === '');
}

/** What the partnership may decide about: what is ready, what residents chose or not, and what it put off before. */
const decidable: readonly ProposalState[] = ['ready', 'chosen', 'not_chosen_this_time', 'with_partnership', 'deferred', 'agreed'];

/** Where a published decision leaves a proposal; null where it stays as it is. An agreed one that money is promised to is a project. */
export function afterDecision(
  state: ProposalState,
  { outcome, spends }: { readonly outcome: string; readonly spends: boolean },
): ProposalState | null {
  if (!decidable.includes(state)) return null;
  if (outcome === 'carried') return spends ? 'project' : 'agreed';
  if (outcome === 'deferred') return 'deferred';
  return outcome === 'lost' ? 'declined' : null;
}
