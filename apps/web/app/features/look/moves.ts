import type { ProposalMove } from '@pursestrings/contracts/look';

/** What the partnership can do with a proposal in each state, as the page offers it. The API decides; these are its rules said again. */
const offered: Readonly<Record<string, readonly ProposalMove[]>> = {
  submitted: ['publish', 'ask_changes'],
  in_discussion: ['check', 'ready', 'not_possible', 'decline'],
  checking: ['ready', 'not_possible', 'decline'],
  ready: ['not_possible', 'decline'],
  not_chosen_this_time: ['ready'],
  not_possible_now: ['ready'],
  deferred: ['ready'],
};

/** The moves to choose from; none where nothing can be done here. */
export function movesFrom(state: string): readonly ProposalMove[] {
  return Object.hasOwn(offered, state) ? (offered[state] ?? []) : [];
}

/** Which further boxes the moves need: a cost only where 'ready' is among them, a reason only where one says no or asks. */
export function boxesFor(moves: readonly ProposalMove[]): { readonly cost: boolean; readonly reason: boolean } {
  return { cost: moves.includes('ready'), reason: moves.some((move) => ['ask_changes', 'not_possible', 'decline'].includes(move)) };
}
