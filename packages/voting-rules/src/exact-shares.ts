import type { Fraction } from './fraction.ts';
import type { SharesSetting } from './shares-setting.ts';

/** Supporters of one project who have the same money left and the same weight. */
export interface SupporterClass {
  /** Which amount they have left; 0 stands for nothing. */
  readonly amount: number;
  readonly weight: number;
  voters: number;
  /** Money left of each, as a numerator over the present common denominator. */
  readonly money: bigint;
  isPoor: boolean;
}

/** The exact price of one unit of weight in a project: `numerator` ÷ (`common` × `richWeight`). */
export interface ExactPrice {
  readonly project: number;
  readonly numerator: bigint;
  readonly common: bigint;
  /** Weight of the supporters who can pay in full. */
  readonly richWeight: number;
  readonly classes: readonly SupporterClass[];
}

/**
 * Everybody's money as exact fractions. Amounts are kept once each and shared by all who have that much; each is a numerator over the
 * common denominator of the step at which it arose (start × the rich weights of the steps so far), brought up to date only when read.
 * Plain fractions in lowest terms would be far slower, and fractions of fixed size overflow silently after a few steps.
 */
export class ExactShares {
  private readonly setting: SharesSetting;
  private readonly amountOf: Int32Array;
  private readonly weightIndex: Int32Array | null;
  private readonly weightKinds: readonly number[];
  private amounts: bigint[] = [];
  private levels: number[] = [];
  private commons: bigint[] = [];
  private factors: (bigint | undefined)[] = [];
  private classAt = new Int32Array(1024);
  private history: number[] = [];

  constructor(setting: SharesSetting) {
    this.setting = setting;
    this.amountOf = new Int32Array(setting.round.multiplicity.length);
    const kinds = new Map<number, number>();
    for (const weight of setting.weights ?? []) if (!kinds.has(weight)) kinds.set(weight, kinds.size);
    this.weightKinds = setting.weights ? [...kinds.keys()] : [1];
    this.weightIndex = setting.weights ? Int32Array.from(setting.weights, (weight) => kinds.get(weight) ?? 0) : null;
  }

  /** Gives every voter the same start again. */
  reset(start: Fraction): void {
    this.amountOf.fill(start.numerator === 0n ? 0 : 1);
    this.amounts = [0n, start.numerator];
    this.levels = [0, 0];
    this.commons = [start.denominator];
    this.factors = [1n];
    this.history = [];
  }

  /** Follows a run up to the end of `chosen`, which begins with what was bought here already. */
  follow(chosen: readonly number[]): void {
    for (let at = this.history.length; at < chosen.length; at += 1) {
      const price = this.priceOf(chosen[at] ?? 0);
      if (!price) throw new Error('A project was bought that its supporters cannot pay for.');
      this.buy(price);
    }
  }

  /** The present common denominator. */
  get common(): bigint {
    return this.commons[this.commons.length - 1] ?? 1n;
  }

  /** The amount number of a merged ballot; 0 stands for nothing. */
  amountOfBallot(ballot: number): number {
    return this.amountOf[ballot] ?? 0;
  }

  /** An amount as a numerator over the present common denominator. */
  moneyOf(amount: number): bigint {
    const level = this.levels[amount] ?? 0;
    let factor = this.factors[level];
    if (factor === undefined) {
      factor = this.common / (this.commons[level] ?? 1n);
      this.factors[level] = factor;
    }
    const own = this.amounts[amount] ?? 0n;
    return factor === 1n ? own : own * factor;
  }

  /** The project's supporters by amount and weight. */
  classesOf(project: number): SupporterClass[] {
    const { round } = this.setting;
    const kinds = this.weightKinds.length;
    if (this.classAt.length < this.amounts.length * kinds) this.classAt = new Int32Array(this.amounts.length * kinds * 2);
    const { classAt, amountOf, weightIndex } = this;
    const classes: SupporterClass[] = [];
    for (let at = round.supporterStart[project] as number; at < (round.supporterStart[project + 1] as number); at += 1) {
      const ballot = round.supporters[at] as number;
      const amount = amountOf[ballot] as number;
      const kind = weightIndex ? (weightIndex[at] as number) : 0;
      const slot = amount * kinds + kind;
      const found = classes[(classAt[slot] as number) - 1];
      if (found) found.voters += round.multiplicity[ballot] as number;
      else {
        const weight = this.weightKinds[kind] ?? 1;
        classAt[slot] = classes.push({
          amount,
          weight,
          voters: round.multiplicity[ballot] as number,
          money: this.moneyOf(amount),
          isPoor: false,
        });
      }
    }
    for (const { amount, weight } of classes) classAt[amount * kinds + this.kindOf(weight)] = 0;
    return classes;
  }

  /**
   * The smallest price at which the project's supporters pay its cost together, each the price × weight or all that is left; null when
   * they have too little. Found by taking those who cannot pay in full out until none is left to take out.
   */
  priceOf(project: number): ExactPrice | null {
    const classes = this.classesOf(project);
    const { common } = this;
    let missing = BigInt(this.setting.round.costs[project] ?? 0) * common;
    if (sumOfMoney(classes) < missing) return null;
    let richWeight = this.setting.totalWeight[project] ?? 0;
    for (;;) {
      const rich = BigInt(richWeight);
      const present = missing;
      let found = false;
      for (const one of classes) {
        if (one.isPoor || one.money * rich >= present * BigInt(one.weight)) continue;
        one.isPoor = true;
        found = true;
        missing -= one.money * BigInt(one.voters);
        richWeight -= one.weight * one.voters;
      }
      if (!found) return { project, numerator: missing, common, richWeight, classes };
    }
  }

  /** Takes what each supporter pays. */
  buy(price: ExactPrice): void {
    const { round } = this.setting;
    const rich = BigInt(price.richWeight);
    const kinds = this.weightKinds.length;
    const next = new Map<number, number>();
    const level = this.commons.length;
    for (const { amount, weight, money, isPoor } of price.classes) {
      const left = isPoor ? 0n : money * rich - BigInt(weight) * price.numerator;
      next.set(amount * kinds + this.kindOf(weight), left === 0n ? 0 : this.amounts.push(left) - 1);
      if (left !== 0n) this.levels.push(level);
    }
    for (let at = round.supporterStart[price.project] as number; at < (round.supporterStart[price.project + 1] as number); at += 1) {
      const ballot = round.supporters[at] as number;
      const kind = this.weightIndex ? (this.weightIndex[at] as number) : 0;
      this.amountOf[ballot] = next.get((this.amountOf[ballot] as number) * kinds + kind) ?? 0;
    }
    this.commons.push(price.common * rich);
    this.factors = [];
    this.history.push(price.project);
  }

  private kindOf(weight: number): number {
    return this.weightKinds.length === 1 ? 0 : this.weightKinds.indexOf(weight);
  }
}

/** Money of all together, over the present common denominator. */
export function sumOfMoney(classes: readonly SupporterClass[]): bigint {
  let sum = 0n;
  for (const { money, voters } of classes) sum += money * BigInt(voters);
  return sum;
}
