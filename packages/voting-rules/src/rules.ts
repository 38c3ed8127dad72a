/** The counting rules and their parameters. What each does stands in `docs/counting`. */

/** How the points of a ranked ballot are worked out: K − position for K the longest ranking allowed, or the ballot's own length − position. First position 0. */
export type RankedPoints = 'longest' | 'own_length';

interface AnyRule {
  /** A project needs at least so many supporters to be chosen. 1 in our rounds; 0 only to reproduce outside results. */
  readonly minimumSupport: number;
  readonly rankedPoints: RankedPoints;
}

/** By score (ballots, or sum of points), or by score ÷ cost: chosen if it fits in what is left. */
export interface GreedyRule extends AnyRule {
  readonly method: 'greedy_by_score' | 'greedy_by_score_per_cost';
  /** Projects below this score are dropped first; 0 drops none. */
  readonly scoreThreshold: number;
  /** Stop at the first project that does not fit, instead of passing it over. */
  readonly noSkip: boolean;
}

/** What a chosen project is worth to a supporter: its cost, 1, the points given, or points × cost. */
export type Utility = 'cost' | 'unit' | 'points' | 'points_x_cost';

export interface Add1 {
  /** By how much every voter's start is raised, in whole units; `null` for one pound. */
  readonly stepUnits: number | null;
  /** Also stop as soon as no unchosen, supported project fits into what is left. */
  readonly exhaustiveStop: boolean;
  /** Begin at whole pounds: the voter's share rounded down. */
  readonly floor: boolean;
}

/** The Method of Equal Shares (Peters, Pierczyński, Skowron, NeurIPS 2021), with its completions. */
export interface EqualSharesRule extends AnyRule {
  readonly method: 'equal_shares';
  readonly utility: Utility;
  /** `null`: one run from pot ÷ ballots. */
  readonly add1: Add1 | null;
  /** Then greedy by score with what is left. */
  readonly utilitarian: boolean;
  /** Keep the result unless strictly more voters approve more of what greedy by score would have chosen. */
  readonly comparison: boolean;
}

/** Sequential Phragmén on supports. Stops when any project that attains the least load does not fit. */
export interface PhragmenRule extends AnyRule {
  readonly method: 'phragmen';
}

export type Rule = GreedyRule | EqualSharesRule | PhragmenRule;

/** What a neighbourhood gets unless it chooses otherwise (domain: 'counted by the Method of Equal Shares'). */
export const neighbourhoodRule: EqualSharesRule = {
  method: 'equal_shares',
  utility: 'cost',
  add1: { stepUnits: null, exhaustiveStop: true, floor: false },
  utilitarian: true,
  comparison: false,
  minimumSupport: 1,
  rankedPoints: 'longest',
};

const outside: AnyRule = { minimumSupport: 0, rankedPoints: 'longest' };
const equalSharesName = /^mes_(cost|unit|points_x_cost|points)(_add1(_floor)?(_noexh)?)?(_u)?(_comparison)?$/;
const greedyName = /^(greedy_by_score|greedy_by_score_per_cost)(_no_skip)?(?:_threshold_(\d{1,15}))?$/;

/**
 * The rule that outside files and papers call by this name: `greedy_by_score`, `greedy_by_score_per_cost`, `phragmen`, or
 * `mes_` + utility (`cost`, `unit`, `points`, `points_x_cost`), then `_add1` (`_floor`, `_noexh`), `_u`, `_comparison`;
 * greedy takes `_no_skip` and `_threshold_50`. `minimumSupport` is 0, as outside. `null` for any other name.
 */
export function ruleByName(name: string): Rule | null {
  if (name === 'phragmen') return { method: 'phragmen', ...outside };
  const greedy = greedyName.exec(name);
  if (greedy) {
    const method = greedy[1] as GreedyRule['method'];
    return { method, scoreThreshold: Number(greedy[3] ?? 0), noSkip: greedy[2] !== undefined, ...outside };
  }
  const shares = equalSharesName.exec(name);
  if (!shares) return null;
  const add1 = shares[2] ? { stepUnits: null, exhaustiveStop: !shares[4], floor: Boolean(shares[3]) } : null;
  const utility = shares[1] as Utility;
  return { method: 'equal_shares', utility, add1, utilitarian: Boolean(shares[5]), comparison: Boolean(shares[6]), ...outside };
}

/** The name that `ruleByName` reads, for a rule that has one: all but steps other than one pound. The smallest support is not part of a name. */
export function nameOfRule(rule: Rule): string | null {
  switch (rule.method) {
    case 'phragmen':
      return 'phragmen';
    case 'greedy_by_score':
    case 'greedy_by_score_per_cost':
      return `${rule.method}${rule.noSkip ? '_no_skip' : ''}${rule.scoreThreshold > 0 ? `_threshold_${rule.scoreThreshold}` : ''}`;
    case 'equal_shares': {
      if (rule.add1 && rule.add1.stepUnits !== null) return null;
      const add1 = rule.add1 ? `_add1${rule.add1.floor ? '_floor' : ''}${rule.add1.exhaustiveStop ? '' : '_noexh'}` : '';
      return `mes_${rule.utility}${add1}${rule.utilitarian ? '_u' : ''}${rule.comparison ? '_comparison' : ''}`;
    }
  }
}
