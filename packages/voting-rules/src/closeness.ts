import { type Decision, decideRound } from './decide.ts';
import type { PreparedRound } from './prepared-round.ts';
import type { Rule } from './rules.ts';

/** How close a project that was not chosen came. */
export interface Closeness {
  readonly basis: 'recount' | 'final_share';
  readonly atCost: number | null;
  readonly moreSupporters: number | null;
}

/** Ticks to look at, times runs, that a document may cost: some seconds. It counts work, not time, so that every machine answers the same. */
const mostWork = 2.5e8;
/** About how many counts one project's two searches take. */
const countsForOne = 45;

/**
 * How closeness is found, and for how many projects, without taking too long: by whole recounts for all, or by runs at the final share for as many
 * as there is time for.
 */
export function closenessPlan(decision: Decision, projects: number): { readonly basis: Closeness['basis']; readonly most: number } {
  const ticks = decision.round.ballotProjects.length + decision.round.ids.length * 20;
  const runs = (decision.shares?.increments ?? 0) + 1;
  const work = ticks * countsForOne;
  if (work * runs * projects <= mostWork) return { basis: 'recount', most: projects };
  if (!decision.shares) return { basis: 'recount', most: Math.floor(mostWork / (work * runs)) };
  return { basis: 'final_share', most: Math.floor(mostWork / work) };
}

/** The round with another cost for one project. The tie order stays as published. */
function withCost(round: PreparedRound, project: number, cost: number): PreparedRound {
  const costs = round.costs.slice();
  costs[project] = cost;
  return { ...round, costs };
}

function withInserted<T extends Int32Array | Float64Array>(list: T, at: number, value: number): T {
  const longer = new (list.constructor as new (length: number) => T)(list.length + 1);
  longer.set(list.subarray(0, at));
  longer[at] = value;
  longer.set(list.subarray(at), at + 1);
  return longer;
}

/**
 * The round with further voters who support this project alone, ranking it first where ballots are ranked: how many is left open, so that the lists
 * are laid out once.
 */
function roundWithSupporters(round: PreparedRound, project: number): (more: number) => PreparedRound {
  const end = round.supporterStart[project + 1] as number;
  const points = round.ballotPoints ? (round.input.longestRanking ?? round.ballotPoints.reduce((most, one) => Math.max(most, one), 0)) : 1;
  const laidOut = {
    ...round,
    ballotStart: withInserted(round.ballotStart, round.ballotStart.length, round.ballotProjects.length + 1),
    ballotProjects: withInserted(round.ballotProjects, round.ballotProjects.length, project),
    ballotPoints: round.ballotPoints ? withInserted(round.ballotPoints, round.ballotPoints.length, points) : null,
    supporters: withInserted(round.supporters, end, round.multiplicity.length),
    supporterPoints: round.supporterPoints ? withInserted(round.supporterPoints, end, points) : null,
    supporterStart: round.supporterStart.map((start, p) => (p > project ? start + 1 : start)),
  };
  return (more) => {
    const votes = round.votes.slice();
    votes[project] = (votes[project] as number) + more;
    const scores = round.scores.slice();
    scores[project] = (scores[project] as number) + more * points;
    const multiplicity = withInserted(round.multiplicity, round.multiplicity.length, more);
    return { ...laidOut, ballots: round.ballots + more, votes, scores, multiplicity };
  };
}

/** Narrows down to neighbours a, b with `isChosen(a)` true and `isChosen(b)` false, from such a pair; returns a. */
function narrow(chosenAt: number, notChosenAt: number, isChosen: (value: number) => boolean): number {
  let [yes, no] = [chosenAt, notChosenAt];
  while (Math.abs(yes - no) > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (isChosen(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/**
 * By how much a project missed: the price, in whole pounds, at which counting again chooses it while one pound more does not; and the number of
 * further supporters of this alone with whom it is chosen while with one fewer it is not. Both are found by counting, so whoever counts again with
 * that change sees it chosen.
 */
export function closenessOf(
  decision: Decision,
  question: { readonly rule: Rule; readonly project: number; readonly basis: Closeness['basis'] },
): Closeness {
  const { round, shares } = decision;
  const { rule, project, basis } = question;
  const fixedStart = basis === 'final_share' ? (shares?.final ?? null) : null;
  const isChosen = (changed: PreparedRound): boolean => {
    const again = decideRound(changed, rule, { fixedStart });
    return again.spent <= round.pot && again.chosen.includes(project);
  };
  const pound = round.unitsPerPound;
  const cost = round.costs[project] as number;
  const atPounds = (pounds: number): boolean => isChosen(withCost(round, project, pounds * pound));
  const dearest = Math.ceil(cost / pound);
  const atCost = dearest > 1 && atPounds(1) ? narrow(1, dearest, atPounds) * pound : null;
  return { basis, atCost, moreSupporters: fewestSupporters() };

  function fewestSupporters(): number | null {
    const { ballotType } = round.input;
    // With points, one person more may mean any number of points.
    if (ballotType === 'points' || ballotType === 'score' || cost > round.pot) return null;
    const withSupporters = roundWithSupporters(round, project);
    const withMore = (more: number): boolean => more > 0 && isChosen(withSupporters(more));
    for (let more = 1, fewer = 0; more <= round.ballots * 16 + 16; fewer = more, more *= 2) {
      if (withMore(more)) return narrow(more, fewer, withMore);
    }
    return null;
  }
}
