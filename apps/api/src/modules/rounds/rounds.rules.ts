import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Temporal } from '@pursestrings/basics/time';
import type { Role } from '@pursestrings/contracts/endpoint';
import type { BallotLimits, BallotType, RoundState } from '@pursestrings/contracts/rounds';

export type RoundDeed = 'announce' | 'cancel' | 'count' | 'confirm' | 'publish' | 'recount' | 'give_code';

/** States in which a round can still be cancelled: there is no result yet. */
export const cancellable: readonly RoundState[] = ['draft', 'announced', 'open', 'closed', 'counting'];

/** Roles that prepare rounds and see drafts. */
export const preparers: readonly Role[] = ['member', 'chair', 'worker'];

/** What somebody with these roles may do with a round in this state. */
export function deedsFor(state: RoundState, roles: ReadonlySet<Role>): RoundDeed[] {
  const deeds: RoundDeed[] = [];
  const chair = roles.has('chair');
  const checker = roles.has('scrutineer');
  if (state === 'draft' && chair) deeds.push('announce');
  if (state === 'open' && (roles.has('helper') || roles.has('worker'))) deeds.push('give_code');
  if (state === 'closed' && (chair || checker)) deeds.push('count');
  if (state === 'provisional' && checker) deeds.push('confirm');
  if (state === 'verified' && (chair || checker)) deeds.push('publish');
  if (state === 'published' && (chair || checker)) deeds.push('recount');
  if (cancellable.includes(state) && chair) deeds.push('cancel');
  return deeds;
}

/** The kinds of ballot that mean nothing without a number, and which. */
const neededLimit: Readonly<Partial<Record<BallotType, keyof BallotLimits>>> = {
  up_to_k: 'mostChoices',
  points: 'pointsToGive',
  score: 'highestScore',
  ranked: 'longestRanking',
};

export type LimitProblem = { readonly code: 'limit-missing'; readonly limit: keyof BallotLimits };

/** The limits as kept: what was not said is `null`; a kind of ballot that needs one is refused without it. */
export function limitsFor(
  ballotType: BallotType,
  given: { readonly [Name in keyof BallotLimits]?: number | undefined },
): Result<BallotLimits, LimitProblem> {
  const needed = neededLimit[ballotType];
  if (needed && given[needed] === undefined) return problem({ code: 'limit-missing', limit: needed });
  return ok({
    mostChoices: given.mostChoices ?? null,
    pointsToGive: given.pointsToGive ?? null,
    highestScore: given.highestScore ?? null,
    longestRanking: given.longestRanking ?? null,
  });
}

export type DatesProblem = { readonly code: 'closes-before-opening' };

/** Whether voting would run for any time at all. It runs up to, not including, `closesAt`. */
export function checkDates(opensAt: Temporal.Instant, closesAt: Temporal.Instant): Result<void, DatesProblem> {
  return Temporal.Instant.compare(opensAt, closesAt) < 0 ? ok(undefined) : problem({ code: 'closes-before-opening' });
}
