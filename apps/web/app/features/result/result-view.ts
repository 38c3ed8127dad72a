import { pence, percentOf } from '@pursestrings/basics/money';
import type { ResultProject, RoundResult } from '@pursestrings/contracts/results';

/** The project that most people ask about: not chosen, with the most votes; null where all were chosen or nobody voted. */
export function angryQuestion(result: RoundResult): ResultProject | null {
  return result.projects.find(({ chosen, votes }) => !chosen && votes > 0) ?? null;
}

/** Voters who ticked something and got nothing of it. */
export function leftWithNothing(result: RoundResult): number {
  return Math.max(0, (result.got[0] ?? 0) - result.emptyBallots);
}

/** Chosen first, in the order in which they were chosen; the others with the most votes first. */
export function inOrder(projects: readonly ResultProject[]): ResultProject[] {
  const chosen = projects.filter((project) => project.chosen).toSorted((a, b) => b.votes - a.votes);
  return [...chosen, ...projects.filter((project) => !project.chosen)];
}

/** How much of its price a project's supporters still had, in hundredths, at most 99: with 100 it would have been chosen. */
export function percentLeft({ supportersStillHadPence, costPence }: ResultProject): number | null {
  if (supportersStillHadPence === null || costPence === 0) return null;
  return Math.min(99, percentOf(pence(supportersStillHadPence), pence(costPence)));
}
