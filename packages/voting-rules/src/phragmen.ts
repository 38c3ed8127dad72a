import { approximately, compareFractions, type Fraction } from './fraction.ts';
import type { PreparedRound } from './prepared-round.ts';
import type { RunOutcome, RunTie } from './shares-run.ts';

const ROUNDING = 2 ** -52;

/** Loads in sequential Phragmén. Supporters of the project chosen at step k all carry that step's load, so only the steps' loads are kept. */
class Loads {
  private readonly round: PreparedRound;
  /** The step at which each merged ballot got its load; 0 for none. */
  private readonly stepOf: Int32Array;
  private readonly exact: Fraction[] = [{ numerator: 0n, denominator: 1n }];
  private readonly near: number[] = [0];

  constructor(round: PreparedRound) {
    this.round = round;
    this.stepOf = new Int32Array(round.multiplicity.length);
  }

  private countsOf(project: number): Float64Array {
    const { round, stepOf } = this;
    const counts = new Float64Array(this.exact.length);
    for (let at = round.supporterStart[project] as number; at < (round.supporterStart[project + 1] as number); at += 1) {
      const ballot = round.supporters[at] as number;
      const step = stepOf[ballot] as number;
      counts[step] = (counts[step] as number) + (round.multiplicity[ballot] as number);
    }
    return counts;
  }

  /** The load that the project's supporters would carry, to within `relativeError`. */
  nearLoad(project: number): number {
    let sum = this.round.costs[project] as number;
    for (const [step, count] of this.countsOf(project).entries()) sum += count * (this.near[step] as number);
    return sum / (this.round.votes[project] as number);
  }

  /** All terms are positive, so no digits cancel: each step adds at most its own roundings. */
  get relativeError(): number {
    const steps = this.exact.length;
    return steps * (steps + 4) * ROUNDING;
  }

  exactLoad(project: number): Fraction {
    const counts = this.countsOf(project);
    // A later load's denominator is a multiple of every earlier one's.
    const common = this.exact.at(-1)?.denominator ?? 1n;
    let sum = BigInt(this.round.costs[project] as number) * common;
    for (const [step, { numerator, denominator }] of this.exact.entries()) {
      const count = counts[step] as number;
      if (count > 0) sum += BigInt(count) * numerator * (common / denominator);
    }
    return { numerator: sum, denominator: common * BigInt(this.round.votes[project] as number) };
  }

  take(project: number): void {
    const load = this.exactLoad(project);
    const { round, stepOf } = this;
    for (let at = round.supporterStart[project] as number; at < (round.supporterStart[project + 1] as number); at += 1) {
      stepOf[round.supporters[at] as number] = this.exact.length;
    }
    this.exact.push(load);
    this.near.push(approximately(load.numerator, load.denominator));
  }
}

/** Those whose load would be the least, in the tie order. */
function leastLoaded(loads: Loads, candidates: readonly number[], forceExact: boolean): number[] {
  const near = candidates.map((p) => loads.nearLoad(p));
  const limit = Math.min(...near) * (1 + 4 * loads.relativeError);
  const contenders = forceExact ? [...candidates] : candidates.filter((_, at) => (near[at] as number) <= limit);
  if (contenders.length === 1) return contenders;
  let best: number[] = [];
  let least: Fraction | null = null;
  for (const p of contenders) {
    const load = loads.exactLoad(p);
    const comparison: number = least ? compareFractions(load, least) : -1;
    if (comparison < 0) {
      best = [p];
      least = load;
    } else if (comparison === 0) best.push(p);
  }
  return best;
}

/** Sequential Phragmén on supports; stops when any project that attains the least load does not fit. */
export function runPhragmen(round: PreparedRound, forceExact: boolean): RunOutcome {
  const loads = new Loads(round);
  const chosen: number[] = [];
  const ties: RunTie[] = [];
  let candidates = [...round.ids.keys()].filter((p) => round.eligible[p] === 1 && (round.votes[p] as number) > 0);
  let spent = 0;
  let free = 0;
  while (candidates.length > 0) {
    const best = leastLoaded(loads, candidates, forceExact);
    if (best.some((p) => spent + (round.costs[p] as number) > round.pot)) break;
    const taken = best[0] as number;
    if (best.length > 1) ties.push({ at: chosen.length, projects: best });
    loads.take(taken);
    chosen.push(taken);
    if (round.costs[taken] === 0) free += 1;
    spent += round.costs[taken] as number;
    const group = round.groups[taken];
    candidates = candidates.filter((p) => p !== taken && (group === -1 || round.groups[p] !== group));
  }
  return { chosen, free, spent, ties, overspent: false };
}
