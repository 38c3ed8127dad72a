import type { Fraction } from './fraction.ts';
import type { SharesSetting } from './shares-setting.ts';

/** Twice the unit roundoff: a bound for one rounding, with room to spare. */
const ROUNDING = 2 ** -52;
/** An interval relatively wider than this is not used; the exact fractions are asked instead. */
const WIDEST = 1e-10;

export type Certainty = 'certain' | 'too_dear' | 'unsure';

/**
 * Everybody's money in floating point, each with a bound on its error, and prices as intervals that surely hold the exact price.
 *
 * Why intervals hold: let f(q) = Σ min(money, q · weight), which is concave and rises. The computed f differs from the exact one by at most
 * E = the error bounds of those who can or may not pay in full + roundings. Below q the slope is at least the weight of the rich, above it
 * at least that of those who are rich for sure, up to the width `WIDEST`; so the price lies in [q − E/rich, q + E/sure].
 */
export class FilteredShares {
  private readonly setting: SharesSetting;
  private readonly money: Float64Array;
  private readonly error: Float64Array;
  private largestError = 0;
  /** Bounds of the price of each project when last asked for. Prices never fall during a run, so the lower one stays true. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Weight of those who pay when everybody else has exactly nothing and they are rich for sure: the price is then cost ÷ weight. 0 otherwise. */
  readonly plainWeight: Float64Array;
  // What a scan leaves behind.
  private poorMoney = 0;
  private poorError = 0;
  private poorCount = 0;
  private richWeight = 0;
  private leastRich = 0;

  constructor(setting: SharesSetting) {
    this.setting = setting;
    const { round } = setting;
    this.money = new Float64Array(round.multiplicity.length);
    this.error = new Float64Array(round.multiplicity.length);
    this.lowest = new Float64Array(round.ids.length);
    this.highest = new Float64Array(round.ids.length);
    this.plainWeight = new Float64Array(round.ids.length);
  }

  /** Gives every voter the same start again. */
  reset(start: Fraction): void {
    const share = Number(start.numerator) / Number(start.denominator);
    this.money.fill(share);
    this.largestError = 4 * ROUNDING * share;
    this.error.fill(this.largestError);
    const { round, totalWeight } = this.setting;
    for (let p = 0; p < this.lowest.length; p += 1) {
      this.lowest[p] = ((round.costs[p] ?? 0) / (totalWeight[p] || 1)) * (1 - 4 * ROUNDING);
    }
  }

  /** Works out the price of a project anew. 'too_dear' and 'certain' are true beyond doubt. */
  ask(project: number): Certainty {
    const cost = this.setting.round.costs[project] as number;
    // A little below the bound, so that errors in it cannot make a rich voter poor.
    let limit = (this.lowest[project] as number) * (1 - 1e-9);
    for (;;) {
      this.scan(project, limit);
      const { poorMoney, richWeight } = this;
      if (richWeight === 0) {
        const doubt = this.poorError + ROUNDING * ((this.poorCount + 2) * poorMoney + 16 * cost);
        return cost - poorMoney > doubt ? 'too_dear' : 'unsure';
      }
      const price = (cost - poorMoney) / richWeight;
      if (this.leastRich >= price || price <= limit * (1 + 1e-15)) return this.conclude(project, price);
      limit = price;
    }
  }

  /** Sets the price of a project that was worked out exactly. */
  setExact(project: number, price: number): void {
    this.lowest[project] = price * (1 - 1e-14);
    this.highest[project] = price * (1 + 1e-14);
    this.plainWeight[project] = 0;
  }

  private conclude(project: number, price: number): Certainty {
    const cost = this.setting.round.costs[project] as number;
    const sureLimit = price * (1 + WIDEST) + this.largestError;
    const near = this.leastRich >= sureLimit ? 0 : this.weightBetween(project, { from: price * (1 - 1e-12), to: sureLimit });
    const sure = this.richWeight - near;
    const doubt = this.poorError + near * this.largestError + ROUNDING * ((this.poorCount + 2) * this.poorMoney + 16 * cost);
    if (sure <= 0 || doubt / sure > price * (WIDEST / 2)) return 'unsure';
    this.lowest[project] = (price - doubt / this.richWeight) * (1 - ROUNDING);
    this.highest[project] = (price + doubt / sure) * (1 + ROUNDING);
    this.plainWeight[project] = this.poorMoney === 0 && this.poorError === 0 && near === 0 ? this.richWeight : 0;
    return 'certain';
  }

  /** Parts the supporters into those who have less than `limit` × weight and the rest. */
  private scan(project: number, limit: number): void {
    const { round, weights } = this.setting;
    const { money, error } = this;
    const { supporters, multiplicity } = round;
    const end = round.supporterStart[project + 1] as number;
    let poorMoney = 0;
    let poorError = 0;
    let poorCount = 0;
    let richWeight = 0;
    let leastRich = Number.POSITIVE_INFINITY;
    for (let at = round.supporterStart[project] as number; at < end; at += 1) {
      const ballot = supporters[at] as number;
      const voters = multiplicity[ballot] as number;
      const weight = weights === null ? 1 : (weights[at] as number);
      const has = money[ballot] as number;
      if (has < limit * weight) {
        poorMoney += voters * has;
        poorError += voters * (error[ballot] as number);
        if (has > 0) poorCount += 1;
      } else {
        richWeight += voters * weight;
        const most = weights === null ? has : has / weight;
        if (most < leastRich) leastRich = most;
      }
    }
    this.poorMoney = poorMoney;
    this.poorError = poorError;
    this.poorCount = poorCount;
    this.richWeight = richWeight;
    this.leastRich = leastRich;
  }

  private weightBetween(project: number, range: { readonly from: number; readonly to: number }): number {
    const { round, weights } = this.setting;
    let sum = 0;
    for (let at = round.supporterStart[project] as number; at < (round.supporterStart[project + 1] as number); at += 1) {
      const ballot = round.supporters[at] as number;
      const weight = weights === null ? 1 : (weights[at] as number);
      const most = (this.money[ballot] as number) / weight;
      if (most >= range.from && most < range.to) sum += (round.multiplicity[ballot] as number) * weight;
    }
    return sum;
  }

  /** Takes what each supporter pays at the price worked out last. */
  buy(project: number): void {
    const { round, weights } = this.setting;
    const { money, error } = this;
    const low = this.lowest[project] as number;
    const high = this.highest[project] as number;
    const price = (low + high) / 2;
    const priceError = (high - low) / 2 + ROUNDING * price;
    const before = this.largestError;
    for (let at = round.supporterStart[project] as number; at < (round.supporterStart[project + 1] as number); at += 1) {
      const ballot = round.supporters[at] as number;
      const weight = weights === null ? 1 : (weights[at] as number);
      const due = price * weight;
      const has = money[ballot] as number;
      if (has < due * (1 - WIDEST) - before) {
        money[ballot] = 0;
        error[ballot] = 0;
        continue;
      }
      money[ballot] = has > due ? has - due : 0;
      const doubt = (error[ballot] as number) + priceError * weight + ROUNDING * (has + due);
      error[ballot] = doubt;
      if (doubt > this.largestError) this.largestError = doubt;
    }
  }
}
