import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { Choice } from '@pursestrings/contracts/ballots';
import type { BallotLimits, BallotType } from '@pursestrings/contracts/rounds';

/** What a ballot is checked against: the round as announced, its projects in their order. */
export interface BallotPaper {
  readonly ballotType: BallotType;
  readonly limits: BallotLimits;
  readonly potPence: number;
  readonly projects: readonly { readonly code: string; readonly costPence: number }[];
}

export type ChoicesProblem =
  | { readonly code: 'unknown-project' }
  | { readonly code: 'project-named-twice' }
  | { readonly code: 'too-many-choices'; readonly most: number }
  | { readonly code: 'dearer-than-the-pot' }
  | { readonly code: 'points-wrong' };

/**
 * A ballot as one byte a project, in the projects' order: 0 for none, 1 for a tick, the points given, or the place in a ranking
 * (1 the best). Prices, sums and names that a browser sends are never looked at (L3). An empty ballot is a ballot.
 */
export function marksFrom(choices: readonly Choice[], paper: BallotPaper): Result<Uint8Array, ChoicesProblem> {
  const index = new Map(paper.projects.map(({ code }, at) => [code, at]));
  const marks = new Uint8Array(paper.projects.length);
  const hasPoints = paper.ballotType === 'points' || paper.ballotType === 'score';
  const named = new Set<string>();
  for (const [position, { code, points }] of choices.entries()) {
    const at = index.get(code);
    if (at === undefined) return problem({ code: 'unknown-project' });
    if (named.has(code)) return problem({ code: 'project-named-twice' });
    named.add(code);
    if (hasPoints !== (points !== undefined)) return problem({ code: 'points-wrong' });
    if (points !== undefined && (!Number.isInteger(points) || points < 0 || points > 255)) return problem({ code: 'points-wrong' });
    marks[at] = markOf(paper.ballotType, position, points);
  }
  return checkMarks(marks, paper);
}

function markOf(ballotType: BallotType, position: number, points: number | undefined): number {
  if (ballotType === 'ranked') return position + 1;
  return points ?? 1;
}

/** Whether marks are within the round's limits; asked at the box and once more of each opened envelope. */
export function checkMarks(marks: Uint8Array, paper: BallotPaper): Result<Uint8Array, ChoicesProblem> {
  const { limits, ballotType } = paper;
  if (marks.length !== paper.projects.length) return problem({ code: 'unknown-project' });
  const given = marks.reduce((count, mark) => count + (mark > 0 ? 1 : 0), 0);
  const most = ballotType === 'ranked' ? limits.longestRanking : limits.mostChoices;
  if (most !== null && given > most) return problem({ code: 'too-many-choices', most });
  const sum = marks.reduce((total, mark) => total + mark, 0);
  if (ballotType === 'ranked' && !isRanking(marks, given)) return problem({ code: 'points-wrong' });
  if (ballotType === 'points' && limits.pointsToGive !== null && sum > limits.pointsToGive) return problem({ code: 'points-wrong' });
  if (ballotType === 'score' && limits.highestScore !== null && marks.some((mark) => mark > (limits.highestScore ?? 255)))
    return problem({ code: 'points-wrong' });
  if (ballotType !== 'points' && ballotType !== 'score' && ballotType !== 'ranked' && marks.some((mark) => mark > 1))
    return problem({ code: 'points-wrong' });
  if (ballotType === 'basket') {
    const cost = paper.projects.reduce((total, { costPence }, at) => total + (marks[at] ? costPence : 0), 0);
    if (cost > paper.potPence) return problem({ code: 'dearer-than-the-pot' });
  }
  return ok(marks);
}

/** Whether the places given are exactly 1, 2, 3 … */
function isRanking(marks: Uint8Array, given: number): boolean {
  const places = [...marks].filter((mark) => mark > 0).sort((a, b) => a - b);
  return places.length === given && places.every((place, at) => place === at + 1);
}

/** Opened marks as the ballots that a count reads, in the order given. */
export function ballotsOf(
  opened: readonly Uint8Array[],
  paper: Pick<BallotPaper, 'ballotType' | 'projects'>,
): { readonly choices: readonly string[]; readonly points?: readonly number[] }[] {
  const hasPoints = paper.ballotType === 'points' || paper.ballotType === 'score';
  const codes = paper.projects.map(({ code }) => code);
  return opened.map((marks) => {
    const named = codes.map((code, at) => ({ code, mark: marks[at] ?? 0 })).filter(({ mark }) => mark > 0);
    if (paper.ballotType === 'ranked') named.sort((a, b) => a.mark - b.mark);
    const choices = named.map(({ code }) => code);
    return hasPoints ? { choices, points: named.map(({ mark }) => mark) } : { choices };
  });
}
