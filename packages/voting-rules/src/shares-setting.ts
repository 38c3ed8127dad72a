import type { PreparedRound } from './prepared-round.ts';
import type { Utility } from './rules.ts';

/** A round as the Method of Equal Shares sees it: whose points weigh, and what a project is worth. */
export interface SharesSetting {
  readonly round: PreparedRound;
  /** Weight of each supporter, beside `round.supporters`; null where each weighs 1. */
  readonly weights: Float64Array | null;
  /** Sum of the weights of a project's supporters. */
  readonly totalWeight: Float64Array;
  /** What one unit of weight is worth: the project's cost, or 1. Rates are payments for one unit of weight ÷ worth. */
  readonly worth: Float64Array;
}

/** u_i(p) taken apart into a small whole weight (1, or the points) and a worth of the project (1, or its cost). */
export function sharesSetting(round: PreparedRound, utility: Utility): SharesSetting {
  const byPoints = utility === 'points' || utility === 'points_x_cost';
  const byCost = utility === 'cost' || utility === 'points_x_cost';
  return {
    round,
    weights: byPoints ? round.supporterPoints : null,
    totalWeight: byPoints ? round.scores : round.votes,
    worth: byCost ? round.costs : new Float64Array(round.costs.length).fill(1),
  };
}
