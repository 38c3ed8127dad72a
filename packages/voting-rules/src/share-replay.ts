import { type ExactPrice, ExactShares, sumOfMoney } from './exact-shares.ts';
import { compareFractions, type Fraction } from './fraction.ts';
import type { SharesSetting } from './shares-setting.ts';

/** One purchase of the run that counts, in exact figures. */
export interface ReplayedStep {
  readonly project: number;
  /** What one unit of weight paid in full. */
  readonly price: Fraction;
  /** Cost ÷ price. */
  readonly effectiveVotes: Fraction;
  readonly paidInFull: number;
  readonly paidInPart: number;
  readonly paidNothing: number;
}

/** Where the money of a project's supporters is at the end. */
export interface SupportersMoney {
  /** What they still have together. */
  readonly left: Fraction;
  /** What they paid for each chosen project, most first, equals in the order chosen. */
  readonly gone: readonly { readonly project: number; readonly paid: Fraction }[];
}

export interface Replay {
  readonly steps: readonly ReplayedStep[];
  /** For each project asked about. */
  readonly money: ReadonlyMap<number, SupportersMoney>;
}

export interface ReplayRequest {
  readonly start: Fraction;
  /** The run's projects in the order chosen, without those that cost nothing. */
  readonly chosen: readonly number[];
  /** Projects whose supporters' money is followed. */
  readonly follow: readonly number[];
}

function stepOf(price: ExactPrice, cost: number): ReplayedStep {
  let paidInFull = 0;
  let paidInPart = 0;
  let paidNothing = 0;
  for (const { isPoor, amount, voters } of price.classes) {
    if (!isPoor) paidInFull += voters;
    else if (amount === 0) paidNothing += voters;
    else paidInPart += voters;
  }
  const denominator = price.common * BigInt(price.richWeight);
  return {
    project: price.project,
    price: { numerator: price.numerator, denominator },
    effectiveVotes: { numerator: BigInt(cost) * denominator, denominator: price.numerator },
    paidInFull,
    paidInPart,
    paidNothing,
  };
}

/** What supporters of each followed project pay at one step. Full payments are added up as weights; only part payments need fractions. */
class StepPayments {
  private readonly setting: SharesSetting;
  private readonly follows: Uint8Array;

  constructor(setting: SharesSetting, follow: readonly number[]) {
    this.setting = setting;
    this.follows = new Uint8Array(setting.round.ids.length);
    for (const p of follow) this.follows[p] = 1;
  }

  /** Numerators over common × rich weight of the price, by project. To be called before the money is taken. */
  of(price: ExactPrice, exact: ExactShares): Map<number, bigint> {
    const { round, weights } = this.setting;
    const poor = new Map<number, Set<number>>();
    for (const { amount, weight, isPoor } of price.classes) if (isPoor) poor.set(amount, (poor.get(amount) ?? new Set()).add(weight));
    const full = new Float64Array(round.ids.length);
    const part = new Map<number, Map<number, number>>();
    for (let at = round.supporterStart[price.project] as number; at < (round.supporterStart[price.project + 1] as number); at += 1) {
      const ballot = round.supporters[at] as number;
      const voters = round.multiplicity[ballot] as number;
      const weight = weights ? (weights[at] as number) : 1;
      const amount = exact.amountOfBallot(ballot);
      const isPoor = poor.get(amount)?.has(weight) ?? false;
      if (isPoor && amount === 0) continue;
      for (let other = round.ballotStart[ballot] as number; other < (round.ballotStart[ballot + 1] as number); other += 1) {
        const p = round.ballotProjects[other] as number;
        if (this.follows[p] !== 1) continue;
        if (!isPoor) full[p] = (full[p] as number) + voters * weight;
        else {
          const counts = part.get(p) ?? new Map<number, number>();
          counts.set(amount, (counts.get(amount) ?? 0) + voters);
          part.set(p, counts);
        }
      }
    }
    const rich = BigInt(price.richWeight);
    const paid = new Map<number, bigint>();
    for (const [p, weight] of full.entries()) if (weight > 0) paid.set(p, BigInt(weight) * price.numerator);
    for (const [p, counts] of part) {
      let sum = paid.get(p) ?? 0n;
      for (const [amount, voters] of counts) sum += exact.moneyOf(amount) * BigInt(voters) * rich;
      paid.set(p, sum);
    }
    return paid;
  }
}

/** Goes through the run that counts once more in exact fractions and keeps its figures. */
export function replayRun(setting: SharesSetting, request: ReplayRequest): Replay {
  const exact = new ExactShares(setting);
  exact.reset(request.start);
  const payments = new StepPayments(setting, request.follow);
  const steps: ReplayedStep[] = [];
  const gone = new Map<number, { project: number; paid: Fraction }[]>(request.follow.map((p) => [p, []]));
  for (const project of request.chosen) {
    const price = exact.priceOf(project);
    if (!price) throw new Error('A project was chosen that its supporters cannot pay for.');
    const step = stepOf(price, setting.round.costs[project] ?? 0);
    steps.push(step);
    for (const [p, numerator] of payments.of(price, exact)) {
      gone.get(p)?.push({ project, paid: { numerator, denominator: step.price.denominator } });
    }
    exact.buy(price);
  }
  const money = new Map<number, SupportersMoney>();
  for (const p of request.follow) {
    const left = { numerator: sumOfMoney(exact.classesOf(p)), denominator: exact.common };
    money.set(p, { left, gone: (gone.get(p) ?? []).sort((a, b) => compareFractions(b.paid, a.paid)) });
  }
  return { steps, money };
}
