import type { PreparedRound } from './prepared-round.ts';
import type { GreedyRule } from './rules.ts';

/** Why greedy passed a project over. */
export type GreedyRefusal = 'did_not_fit' | 'below_threshold' | 'below_minimum_support' | 'group_already_chosen' | 'stopped_before';

export interface GreedyOutcome {
  /** In the order chosen. */
  readonly chosen: readonly number[];
  readonly spent: number;
  /** Projects of equal score (or score ÷ cost), in the tie order, where one was chosen ahead of the other. */
  readonly ties: readonly { readonly at: number; readonly projects: readonly number[] }[];
  readonly refused: ReadonlyMap<number, { readonly why: GreedyRefusal; readonly left: number }>;
  /** Every project in the order looked at, and what was left in the pot then. */
  readonly looked: readonly { readonly project: number; readonly left: number }[];
}

export interface GreedyStart {
  readonly rule: Pick<GreedyRule, 'method' | 'scoreThreshold' | 'noSkip'>;
  /** What may be spent. */
  readonly pot: number;
  /** Projects that are chosen already; they are not looked at, and their groups are closed. */
  readonly already: readonly number[];
}

/** Greater than zero when b goes before a. Scores by cost are compared by cross-multiplication, never divided. */
function compare(round: PreparedRound, perCost: boolean): (a: number, b: number) => number {
  const { scores, costs } = round;
  // What nobody supports has the ratio 0, even when it costs nothing.
  const costOf = (p: number): bigint => BigInt(scores[p] === 0 ? 1 : (costs[p] as number));
  return (a, b) => {
    if (!perCost) return (scores[b] as number) - (scores[a] as number);
    const left = BigInt(scores[b] as number) * costOf(a);
    const right = BigInt(scores[a] as number) * costOf(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** Most support first (or most for each pound); chosen if it fits in what is left. */
export function runGreedy(round: PreparedRound, start: GreedyStart): GreedyOutcome {
  const { rule, already } = start;
  const done = new Set(already);
  const groupsTaken = new Set(already.map((p) => round.groups[p]).filter((group) => group !== -1));
  const comparison = compare(round, rule.method === 'greedy_by_score_per_cost');
  const order = [...round.ids.keys()].filter((p) => !done.has(p)).sort((a, b) => comparison(a, b) || a - b);
  const chosen: number[] = [];
  const ties: { at: number; projects: number[] }[] = [];
  const refused = new Map<number, { why: GreedyRefusal; left: number }>();
  const looked: { project: number; left: number }[] = [];
  let left = start.pot;
  let stopped = false;
  for (const [place, p] of order.entries()) {
    looked.push({ project: p, left });
    const why = refusal(p);
    if (why) {
      refused.set(p, { why, left });
      if (why === 'did_not_fit' && rule.noSkip) stopped = true;
      continue;
    }
    const equals = order.slice(place).filter((other) => comparison(p, other) === 0 && refusal(other) === null);
    if (equals.length > 1) ties.push({ at: chosen.length, projects: equals });
    chosen.push(p);
    left -= round.costs[p] as number;
    if (round.groups[p] !== -1) groupsTaken.add(round.groups[p]);
  }
  return { chosen, spent: start.pot - left, ties, refused, looked };

  function refusal(p: number): GreedyRefusal | null {
    if (round.eligible[p] !== 1) return 'below_minimum_support';
    if ((round.scores[p] as number) < rule.scoreThreshold) return 'below_threshold';
    if (groupsTaken.has(round.groups[p])) return 'group_already_chosen';
    if (stopped) return 'stopped_before';
    return (round.costs[p] as number) > left ? 'did_not_fit' : null;
  }
}
