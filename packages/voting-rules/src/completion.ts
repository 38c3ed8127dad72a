import type { ShareStory } from './count-document.ts';
import type { Fraction } from './fraction.ts';
import type { PreparedRound } from './prepared-round.ts';
import type { EqualSharesRule } from './rules.ts';
import { type RunOutcome, SharesRun } from './shares-run.ts';
import { type SharesSetting, sharesSetting } from './shares-setting.ts';

export interface SharesOutcome {
  /** The run that counts. */
  readonly run: RunOutcome;
  readonly start: Fraction;
  readonly final: Fraction;
  readonly stepUnits: number;
  readonly increments: number;
  readonly stop: ShareStory['stop'];
  /** Steps with two or more exactly equal best projects, over all runs. */
  readonly tiesInAllRuns: number;
}

export interface EngineOptions {
  readonly forceExact: boolean;
  readonly onProgress: (share: number) => void;
  /** One run from this start for each voter, whatever the rule says of Add1: to ask what would have been at the final share. */
  readonly fixedStart: Fraction | null;
}

/** What is still open after a run: any supported project, one that the whole pot could pay, one that fits into `left`. */
function stillToChoose(round: PreparedRound, chosen: readonly number[], left: number) {
  const closed = new Set(chosen.map((p) => round.groups[p]).filter((group) => group !== -1));
  const done = new Set(chosen);
  const open = [...round.ids.keys()].filter(
    (p) => !done.has(p) && round.eligible[p] === 1 && round.votes[p] !== 0 && !closed.has(round.groups[p]),
  );
  const costs = open.map((p) => round.costs[p] as number);
  return { any: open.length > 0, payable: costs.some((cost) => cost <= round.pot), fits: costs.some((cost) => cost <= left) };
}

/**
 * A start from which every voter can pay every full price, so that a higher one changes nothing but to buy what is dearer than the pot. In doubles,
 * with a margin far above their roundings; it only says when to stop waiting.
 */
function startThatPaysAll(setting: SharesSetting): number {
  const { round, weights, totalWeight } = setting;
  const points = weights === null ? null : round.ballotPoints;
  let most = 0;
  for (let ballot = 0; ballot < round.multiplicity.length; ballot += 1) {
    let due = 0;
    for (let at = round.ballotStart[ballot] as number; at < (round.ballotStart[ballot + 1] as number); at += 1) {
      const p = round.ballotProjects[at] as number;
      const cost = round.costs[p] as number;
      if (cost <= round.pot) due += (cost / (totalWeight[p] as number)) * (points ? (points[at] as number) : 1);
    }
    most = Math.max(most, due);
  }
  return most * (1 + 1e-9);
}

/** Pot ÷ ballots; under `floor` rounded down to whole pounds. Zero without ballots. */
function startOf(round: PreparedRound, rule: EqualSharesRule): Fraction {
  const voters = BigInt(Math.max(1, round.ballots));
  const share: Fraction = { numerator: round.ballots === 0 ? 0n : BigInt(round.pot), denominator: voters };
  if (!rule.add1?.floor) return share;
  const pound = BigInt(round.unitsPerPound);
  return { numerator: (share.numerator / (voters * pound)) * pound, denominator: 1n };
}

/**
 * The Method of Equal Shares, once or with Add1: everybody's start is raised by one step and the count begun again, until it would cost more than
 * the pot (then the one before counts) or, with the exhaustive stop, until nothing that is left fits. Overspending is looked at first. A higher start
 * may choose less, so no step is left out.
 */
export function runShares(round: PreparedRound, rule: EqualSharesRule, options: EngineOptions): SharesOutcome {
  const setting = sharesSetting(round, rule.utility);
  const runs = new SharesRun(setting, options.forceExact);
  const start = options.fixedStart ?? startOf(round, rule);
  const stepUnits = rule.add1?.stepUnits ?? round.unitsPerPound;
  if (!Number.isSafeInteger(stepUnits) || stepUnits < 1) throw new RangeError(`A step must be a whole number of units, got ${stepUnits}.`);
  const step = BigInt(stepUnits) * start.denominator;
  let final = start;
  let run = runs.run(start, round.pot);
  let tiesInAllRuns = run.ties.length;
  let increments = 0;
  const result = (stop: ShareStory['stop']): SharesOutcome => ({ run, start, final, stepUnits, increments, stop, tiesInAllRuns });
  if (!rule.add1 || options.fixedStart) return result('one_run');
  const enough = startThatPaysAll(setting);
  for (;;) {
    const rest = stillToChoose(round, run.chosen, round.pot - run.spent);
    if (rule.add1.exhaustiveStop && rest.any && !rest.fits) return result('exhaustive');
    const isFinal = !rest.payable && Number(final.numerator) / Number(final.denominator) > enough;
    if (!rest.any || isFinal) return result('nothing_left_to_choose');
    const raised = { numerator: final.numerator + step, denominator: final.denominator };
    const next = runs.run(raised, round.pot);
    tiesInAllRuns += next.ties.length;
    if (next.overspent) return result('overspend');
    run = next;
    final = raised;
    increments += 1;
    if (increments % 16 === 0) options.onProgress(run.spent / Math.max(1, round.pot));
  }
}
