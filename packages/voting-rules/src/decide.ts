import { type EngineOptions, runShares, type SharesOutcome } from './completion.ts';
import { type GreedyOutcome, type GreedyStart, runGreedy } from './greedy.ts';
import { runPhragmen } from './phragmen.ts';
import { type PreparedRound, prepareRound } from './prepared-round.ts';
import type { CountInput } from './round.ts';
import type { Rule } from './rules.ts';
import type { RunOutcome, RunTie } from './shares-run.ts';

/** What was decided, without the story. Projects are places in the tie order. */
export interface Decision {
  readonly round: PreparedRound;
  readonly chosen: readonly number[];
  readonly spent: number;
  readonly ties: readonly RunTie[];
  readonly shares: SharesOutcome | null;
  /** Greedy as the rule itself, or as the completion behind Equal Shares. */
  readonly greedy: GreedyOutcome | null;
  readonly phragmen: RunOutcome | null;
  readonly comparisonTookGreedy: boolean;
}

/** Greedy by score over the whole pot, which results are set beside. */
export function plainGreedy(round: PreparedRound): GreedyOutcome {
  return runGreedy(round, { rule: { method: 'greedy_by_score', scoreThreshold: 0, noSkip: false }, pot: round.pot, already: [] });
}

/** More than zero when more voters approve more of the projects of `a` than of `b`; below zero when fewer do. */
function preferenceBetween(round: PreparedRound, a: readonly number[], b: readonly number[]): number {
  const value = new Int8Array(round.ids.length);
  for (const p of a) value[p] = (value[p] as number) + 1;
  for (const p of b) value[p] = (value[p] as number) - 1;
  let balance = 0;
  for (let ballot = 0; ballot < round.multiplicity.length; ballot += 1) {
    let more = 0;
    for (let at = round.ballotStart[ballot] as number; at < (round.ballotStart[ballot + 1] as number); at += 1) {
      more += value[round.ballotProjects[at] as number] as number;
    }
    balance += Math.sign(more) * (round.multiplicity[ballot] as number);
  }
  return balance;
}

function decideShares(round: PreparedRound, rule: Rule & { method: 'equal_shares' }, options: EngineOptions): Decision {
  const shares = runShares(round, rule, options);
  const already = shares.run.chosen;
  const completion: GreedyStart = {
    rule: { method: 'greedy_by_score', scoreThreshold: 0, noSkip: false },
    pot: round.pot - shares.run.spent,
    already,
  };
  const greedy = rule.utilitarian ? runGreedy(round, completion) : null;
  const chosen = [...already, ...(greedy?.chosen ?? [])];
  const ties = [...shares.run.ties, ...(greedy?.ties ?? []).map(({ at, projects }) => ({ at: at + already.length, projects }))];
  const outcome = { round, chosen, spent: shares.run.spent + (greedy?.spent ?? 0), ties, shares, greedy, phragmen: null };
  if (!rule.comparison) return { ...outcome, comparisonTookGreedy: false };
  const other = plainGreedy(round);
  if (preferenceBetween(round, other.chosen, chosen) <= 0) return { ...outcome, comparisonTookGreedy: false };
  return { ...outcome, chosen: other.chosen, spent: other.spent, ties: other.ties, greedy: other, comparisonTookGreedy: true };
}

/** Which projects are chosen, in their order, and how ties were broken. `count` tells the story as well. Throws `CountInputError`. */
export function decide(input: CountInput, rule: Rule, options: Partial<EngineOptions> = {}): Decision {
  return decideRound(prepareRound(input, rule), rule, options);
}

/** The same for a round that is laid out already. */
export function decideRound(round: PreparedRound, rule: Rule, options: Partial<EngineOptions> = {}): Decision {
  const engine: EngineOptions = {
    forceExact: options.forceExact ?? false,
    onProgress: options.onProgress ?? (() => undefined),
    fixedStart: options.fixedStart ?? null,
  };
  switch (rule.method) {
    case 'equal_shares':
      return decideShares(round, rule, engine);
    case 'phragmen': {
      const run = runPhragmen(round, engine.forceExact);
      return {
        round,
        chosen: run.chosen,
        spent: run.spent,
        ties: run.ties,
        shares: null,
        greedy: null,
        phragmen: run,
        comparisonTookGreedy: false,
      };
    }
    case 'greedy_by_score':
    case 'greedy_by_score_per_cost': {
      const greedy = runGreedy(round, { rule, pot: round.pot, already: [] });
      const { chosen, spent, ties } = greedy;
      return { round, chosen, spent, ties, shares: null, greedy, phragmen: null, comparisonTookGreedy: false };
    }
  }
}
