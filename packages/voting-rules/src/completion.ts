import type { ShareStory } from './count-document.ts';
import type { Fraction } from './fraction.ts';
import type { PreparedRound } from './prepared-round.ts';
import type { EqualSharesRule } from './rules.ts';
import { type RunOutcome, SharesRun } from './shares-run.ts';
import { sharesSetting } from './shares-setting.ts';

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

/** Whether some project that was not chosen could still be, and whether one of them fits into `left`. */
function stillToChoose(round: PreparedRound, chosen: readonly number[], left: number): { readonly any: boolean; readonly fits: boolean } {
  const closed = new Set(chosen.map((p) => round.groups[p]).filter((group) => group !== -1));
  const done = new Set(chosen);
  let any = false;
  for (let p = 0; p < round.ids.length; p += 1) {
    const cost = round.costs[p] as number;
    if (done.has(p) || round.eligible[p] !== 1 || round.votes[p] === 0 || closed.has(round.groups[p]) || cost > round.pot) continue;
    any = true;
    if (cost <= left) return { any, fits: true };
  }
  return { any, fits: false };
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
  const runs = new SharesRun(sharesSetting(round, rule.utility), options.forceExact);
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
  for (;;) {
    const rest = stillToChoose(round, run.chosen, round.pot - run.spent);
    if (!rest.any) return result('nothing_left_to_choose');
    if (rule.add1.exhaustiveStop && !rest.fits) return result('exhaustive');
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
