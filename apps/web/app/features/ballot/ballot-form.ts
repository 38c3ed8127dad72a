import type { Choice, readBallot } from '@pursestrings/contracts/ballots';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';

export type Ballot = ResponseOf<typeof readBallot>;

/** A project as chosen: with its points or its place where the ballot asks for numbers. */
export interface Chosen {
  readonly code: string;
  readonly title: string;
  readonly costPence: number;
  readonly number: number | null;
}

/** Whether this kind of ballot asks for numbers instead of ticks. */
export function asksNumbers({ ballotType }: Pick<Ballot, 'ballotType'>): boolean {
  return ballotType === 'points' || ballotType === 'score' || ballotType === 'ranked';
}

/** The name of a project's number box. */
export function numberName(code: string): string {
  return `n-${code}`;
}

/** What was ticked or numbered, in the order of the ballot; a ranking best first. What is no number counts as none. */
export function chosenIn(form: FormData, ballot: Ballot): Chosen[] {
  if (!asksNumbers(ballot)) {
    const ticked = new Set(form.getAll('choice'));
    return ballot.projects
      .filter(({ code }) => ticked.has(code))
      .map(({ code, title, costPence }) => ({ code, title, costPence, number: null }));
  }
  const numbered = ballot.projects.map(({ code, title, costPence }) => ({
    code,
    title,
    costPence,
    number: numberIn(form.get(numberName(code))),
  }));
  const chosen = numbered.filter(({ number }) => number > 0);
  return ballot.ballotType === 'ranked' ? chosen.sort((a, b) => a.number - b.number) : chosen;
}

function numberIn(typed: FormDataEntryValue | null): number {
  return typeof typed === 'string' && /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
}

/** Choices as the API takes them. */
export function choicesFor(chosen: readonly Chosen[], { ballotType }: Pick<Ballot, 'ballotType'>): Choice[] {
  const hasPoints = ballotType === 'points' || ballotType === 'score';
  return chosen.map(({ code, number }) => (hasPoints ? { code, points: number ?? 0 } : { code }));
}

/** The number that the ballot's limits allow, for its words. */
export function mostFor({ ballotType, limits, projects }: Ballot): number {
  const limit = { points: limits.pointsToGive, score: limits.highestScore, ranked: limits.longestRanking } as const;
  return (ballotType in limit ? limit[ballotType as keyof typeof limit] : limits.mostChoices) ?? projects.length;
}
