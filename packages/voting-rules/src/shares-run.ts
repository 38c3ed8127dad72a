import { ExactShares } from './exact-shares.ts';
import { FilteredShares } from './filtered-shares.ts';
import { approximately, type Fraction } from './fraction.ts';
import type { SharesSetting } from './shares-setting.ts';

/** Equal best projects at one step of a run, in the tie order. */
export interface RunTie {
  /** Place in `chosen` of the project that was taken. */
  readonly at: number;
  readonly projects: readonly number[];
}

export interface RunOutcome {
  /** Projects (places in the tie order) in the order chosen; those that cost nothing come first. */
  readonly chosen: readonly number[];
  readonly free: number;
  readonly spent: number;
  readonly ties: readonly RunTie[];
  /** The run was broken off, as it had spent more than it was allowed. */
  readonly overspent: boolean;
}

const OUT = 0;
const IN = 1;

/**
 * Runs of the Method of Equal Shares over one round, from any start, with all buffers used again.
 *
 * Each step asks the cheapest projects by their last known rate, which is a lower bound, until the next bound lies beyond the best; so
 * each project is asked one to three times in all. A project whose interval overlaps with the best is compared by exact fractions.
 */
export class SharesRun {
  private readonly setting: SharesSetting;
  private readonly filtered: FilteredShares;
  private readonly exact: ExactShares;
  private readonly forceExact: boolean;
  private exactIsReset = false;
  private start: Fraction = { numerator: 0n, denominator: 1n };
  private readonly state: Uint8Array;
  private readonly askedAt: Int32Array;
  private chosen: number[] = [];

  constructor(setting: SharesSetting, forceExact: boolean) {
    this.setting = setting;
    this.filtered = new FilteredShares(setting);
    this.exact = new ExactShares(setting);
    this.forceExact = forceExact;
    this.state = new Uint8Array(setting.round.ids.length);
    this.askedAt = new Int32Array(setting.round.ids.length);
  }

  /** Counts once from `start` for each voter; breaks off as soon as more than `limit` is spent. */
  run(start: Fraction, limit: number): RunOutcome {
    this.begin(start);
    const ties: RunTie[] = [];
    let spent = 0;
    const free = this.takeFree();
    for (let step = 1; ; step += 1) {
      const contenders = this.findContenders(step);
      if (contenders.length === 0) return { chosen: this.chosen, free, spent, ties, overspent: false };
      const equals = contenders.length === 1 ? contenders : this.exactlyBest(contenders);
      const taken = equals[0] as number;
      if (equals.length > 1) ties.push({ at: this.chosen.length, projects: equals });
      if (!this.forceExact) this.filtered.buy(taken);
      this.take(taken);
      spent += this.setting.round.costs[taken] as number;
      if (spent > limit) return { chosen: this.chosen, free, spent, ties, overspent: true };
    }
  }

  private begin(start: Fraction): void {
    const { round } = this.setting;
    this.start = start;
    this.exactIsReset = false;
    this.chosen = [];
    this.askedAt.fill(0);
    if (!this.forceExact) this.filtered.reset(start);
    for (let p = 0; p < this.state.length; p += 1) this.state[p] = round.eligible[p] === 1 && (round.votes[p] as number) > 0 ? IN : OUT;
  }

  /** Supported projects that cost nothing are chosen first: nobody pays, so no rate could rank them. */
  private takeFree(): number {
    const { round } = this.setting;
    for (let p = 0; p < this.state.length; p += 1) if (this.state[p] === IN && round.costs[p] === 0) this.take(p);
    return this.chosen.length;
  }

  private take(project: number): void {
    const { groups } = this.setting.round;
    this.chosen.push(project);
    this.state[project] = OUT;
    const group = groups[project] as number;
    if (group === -1) return;
    for (let p = 0; p < groups.length; p += 1) if (groups[p] === group) this.state[p] = OUT;
  }

  /** Every project that may be the best at this step. */
  private findContenders(step: number): number[] {
    const { state, askedAt, filtered } = this;
    const { worth } = this.setting;
    let best = Number.POSITIVE_INFINITY;
    const asked: number[] = [];
    for (;;) {
      let next = -1;
      let nextRate = Number.POSITIVE_INFINITY;
      for (let p = 0; p < state.length; p += 1) {
        if (state[p] === OUT || askedAt[p] === step) continue;
        const rate = this.forceExact ? 0 : (filtered.lowest[p] as number) / (worth[p] as number);
        if (rate < nextRate) {
          next = p;
          nextRate = rate;
        }
      }
      // A rate carries one more rounding than its price.
      if (next === -1 || nextRate * (1 - 1e-15) > best) break;
      askedAt[next] = step;
      if (!this.ask(next)) continue;
      asked.push(next);
      if (!this.forceExact) best = Math.min(best, ((filtered.highest[next] as number) / (worth[next] as number)) * (1 + 1e-15));
    }
    if (this.forceExact) return asked.sort((a, b) => a - b);
    return asked.filter((p) => ((filtered.lowest[p] as number) / (worth[p] as number)) * (1 - 1e-15) <= best).sort((a, b) => a - b);
  }

  /** False, and out of this run, when its supporters have too little for it together. */
  private ask(project: number): boolean {
    const certainty = this.forceExact ? 'unsure' : this.filtered.ask(project);
    if (certainty === 'certain') return true;
    const price = certainty === 'unsure' ? this.exactNow().priceOf(project) : null;
    if (!price) {
      this.state[project] = OUT;
      return false;
    }
    if (!this.forceExact) this.filtered.setExact(project, approximately(price.numerator, price.common * BigInt(price.richWeight)));
    return true;
  }

  private exactNow(): ExactShares {
    if (!this.exactIsReset) this.exact.reset(this.start);
    this.exactIsReset = true;
    const free = this.chosen.findIndex((p) => (this.setting.round.costs[p] as number) > 0);
    this.exact.follow(free === -1 ? [] : this.chosen.slice(free));
    return this.exact;
  }

  /** Those of `contenders` whose exact rate is the least, in the tie order. */
  private exactlyBest(contenders: readonly number[]): number[] {
    const { worth, round } = this.setting;
    const plain = !this.forceExact && contenders.every((p) => (this.filtered.plainWeight[p] as number) > 0);
    const exact = plain ? null : this.exactNow();
    let best: number[] = [];
    let bestRate: Fraction = { numerator: 1n, denominator: 0n };
    for (const p of contenders) {
      const price = exact?.priceOf(p);
      // All prices of one step have the same common denominator, which is left out.
      const numerator = price ? price.numerator : BigInt(round.costs[p] as number);
      const weight = price ? price.richWeight : (this.filtered.plainWeight[p] as number);
      const rate = { numerator, denominator: BigInt(weight) * BigInt(worth[p] as number) };
      const left = rate.numerator * bestRate.denominator;
      const right = bestRate.numerator * rate.denominator;
      if (left < right) {
        best = [p];
        bestRate = rate;
      } else if (left === right) best.push(p);
    }
    return best;
  }
}
