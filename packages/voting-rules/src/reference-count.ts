/**
 * The rules written down as plainly as they are defined, in exact fractions, with nothing merged, kept or skipped. It shares no code with the
 * engine but the reading of ballots: tests compare the engine with it, and `npm run bench -- count` prints how many times slower it is.
 */
import { readBallots } from './ballots.ts';
import { type CountInput, compareCodePoints } from './round.ts';
import type { EqualSharesRule, Rule } from './rules.ts';

/** A fraction in lowest terms; the denominator is above zero. */
interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

function exact(top: bigint, bottom = 1n): Exact {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { top: 0n, bottom: 1n } : { top: top / a, bottom: bottom / a };
}

const plus = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Exact, b: Exact): Exact => exact(a.top * b.top, a.bottom * b.bottom);
const over = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom, a.bottom * b.top);
const isLess = (a: Exact, b: Exact): boolean => a.top * b.bottom < b.top * a.bottom;
const zero = exact(0n);

interface Project {
  readonly id: string;
  readonly cost: bigint;
  readonly group: string | undefined;
  /** Voter and points, above zero. */
  readonly supporters: readonly (readonly [number, bigint])[];
  readonly score: bigint;
}

interface Round {
  readonly pot: bigint;
  readonly pound: bigint;
  readonly voters: number;
  /** In the tie order. */
  readonly projects: readonly Project[];
  readonly rule: Rule;
}

function roundOf(input: CountInput, rule: Rule): Round {
  const ballots = [...readBallots(input)];
  const longest = Math.max(input.longestRanking ?? 0, ...ballots.map(({ choices }) => choices.length));
  const supporters = new Map<string, [number, bigint][]>(input.projects.map(({ id }) => [id, []]));
  for (const [voter, { choices, points }] of ballots.entries()) {
    for (const [position, id] of choices.entries()) {
      const ranked = (rule.rankedPoints === 'longest' ? longest : choices.length) - position;
      const given = input.ballotType === 'ranked' ? ranked : (points?.[position] ?? 1);
      if (given > 0) supporters.get(id)?.push([voter, BigInt(given)]);
    }
  }
  const order = input.tieOrder ?? input.projects.map(({ id }) => id).sort(compareCodePoints);
  const projects = order.map((id): Project => {
    const project = input.projects.find((one) => one.id === id);
    const own = supporters.get(id) ?? [];
    return {
      id,
      cost: BigInt(project?.cost ?? 0),
      group: project?.exclusiveGroup,
      supporters: own,
      score: own.reduce((sum, [, points]) => sum + points, 0n),
    };
  });
  return { pot: BigInt(input.pot), pound: BigInt(input.unitsPerPound), voters: ballots.length, projects, rule };
}

const spentOn = (chosen: readonly Project[]): bigint => chosen.reduce((sum, { cost }) => sum + cost, 0n);

function isOpen(project: Project, chosen: readonly Project[], rule: Rule): boolean {
  if (chosen.includes(project) || project.supporters.length < rule.minimumSupport) return false;
  return project.group === undefined || chosen.every(({ group }) => group !== project.group);
}

function greedy(round: Round, before: readonly Project[], settings: { perCost: boolean; threshold: number; noSkip: boolean }): Project[] {
  const value = (project: Project): Exact => exact(project.score, settings.perCost && project.score > 0n ? project.cost : 1n);
  const rest = round.projects.filter((project) => !before.includes(project));
  const order = rest.toSorted((a, b) => (isLess(value(b), value(a)) ? -1 : isLess(value(a), value(b)) ? 1 : 0));
  const chosen = [...before];
  for (const project of order) {
    if (project.score < settings.threshold || !isOpen(project, chosen, round.rule)) continue;
    if (spentOn(chosen) + project.cost <= round.pot) chosen.push(project);
    else if (settings.noSkip) break;
  }
  return chosen;
}

/** The least price of one weight at which the supporters pay the cost together, found by walking up from the poorest; null when they cannot. */
function priceOf(money: readonly Exact[], weights: readonly (readonly [number, bigint])[], cost: bigint): Exact | null {
  const walk = weights.map(([voter, weight]) => ({ has: money[voter] ?? zero, weight, most: over(money[voter] ?? zero, exact(weight)) }));
  walk.sort((a, b) => (isLess(a.most, b.most) ? -1 : isLess(b.most, a.most) ? 1 : 0));
  let missing = exact(cost);
  let weight = walk.reduce((sum, one) => sum + one.weight, 0n);
  for (const one of walk) {
    const price = over(missing, exact(weight));
    if (!isLess(one.most, price)) return price;
    missing = minus(missing, one.has);
    weight -= one.weight;
  }
  return null;
}

function equalSharesOnce(round: Round, rule: EqualSharesRule, start: Exact): Project[] {
  const money = Array.from({ length: round.voters }, () => start);
  const byPoints = rule.utility === 'points' || rule.utility === 'points_x_cost';
  const byCost = rule.utility === 'cost' || rule.utility === 'points_x_cost';
  const chosen: Project[] = [];
  const open = (project: Project): boolean => project.supporters.length > 0 && isOpen(project, chosen, rule);
  for (const project of round.projects) if (project.cost === 0n && open(project)) chosen.push(project);
  for (;;) {
    let best: { project: Project; price: Exact; rate: Exact; weights: readonly (readonly [number, bigint])[] } | null = null;
    for (const project of round.projects.filter(open)) {
      const weights = byPoints ? project.supporters : project.supporters.map(([voter]) => [voter, 1n] as const);
      const price = priceOf(money, weights, project.cost);
      if (!price) continue;
      const rate = over(price, exact(byCost ? project.cost : 1n));
      if (!best || isLess(rate, best.rate)) best = { project, price, rate, weights };
    }
    if (!best) return chosen;
    chosen.push(best.project);
    for (const [voter, weight] of best.weights) {
      const due = times(best.price, exact(weight));
      const has = money[voter] ?? zero;
      money[voter] = isLess(has, due) ? zero : minus(has, due);
    }
  }
}

function equalShares(round: Round, rule: EqualSharesRule): Project[] {
  let start = round.voters === 0 ? zero : exact(round.pot, BigInt(round.voters));
  if (rule.add1?.floor) start = exact((start.top / start.bottom / round.pound) * round.pound);
  const step = exact(rule.add1?.stepUnits ? BigInt(rule.add1.stepUnits) : round.pound);
  let chosen = equalSharesOnce(round, rule, start);
  while (rule.add1) {
    const left = round.pot - spentOn(chosen);
    const open = round.projects.filter((project) => project.supporters.length > 0 && isOpen(project, chosen, rule));
    if (open.length === 0 || (rule.add1.exhaustiveStop && open.every(({ cost }) => cost > left))) break;
    start = plus(start, step);
    const next = equalSharesOnce(round, rule, start);
    if (spentOn(next) > round.pot) break;
    chosen = next;
  }
  const plain = { perCost: false, threshold: 0, noSkip: false };
  if (rule.utilitarian) chosen = greedy(round, chosen, plain);
  if (!rule.comparison) return chosen;
  const other = greedy(round, [], plain);
  const got = Array.from({ length: round.voters }, () => 0);
  for (const { supporters } of other) for (const [voter] of supporters) got[voter] = (got[voter] ?? 0) + 1;
  for (const { supporters } of chosen) for (const [voter] of supporters) got[voter] = (got[voter] ?? 0) - 1;
  return got.filter((more) => more > 0).length > got.filter((more) => more < 0).length ? other : chosen;
}

function phragmen(round: Round): Project[] {
  const loads = Array.from({ length: round.voters }, () => zero);
  const chosen: Project[] = [];
  for (;;) {
    let least: { load: Exact; projects: Project[] } | null = null;
    for (const project of round.projects) {
      if (project.supporters.length === 0 || !isOpen(project, chosen, round.rule)) continue;
      const carried = project.supporters.reduce((sum, [voter]) => plus(sum, loads[voter] ?? zero), exact(project.cost));
      const load = over(carried, exact(BigInt(project.supporters.length)));
      if (!least || isLess(load, least.load)) least = { load, projects: [project] };
      else if (!isLess(least.load, load)) least.projects.push(project);
    }
    const [first] = least?.projects ?? [];
    if (!least || !first || least.projects.some(({ cost }) => spentOn(chosen) + cost > round.pot)) return chosen;
    chosen.push(first);
    for (const [voter] of first.supporters) loads[voter] = least.load;
  }
}

/** Ids in the order chosen, as each rule is defined. Slow. */
export function referenceCount(input: CountInput, rule: Rule): readonly string[] {
  const round = roundOf(input, rule);
  switch (rule.method) {
    case 'phragmen':
      return phragmen(round).map(({ id }) => id);
    case 'equal_shares':
      return equalShares(round, rule).map(({ id }) => id);
    case 'greedy_by_score':
    case 'greedy_by_score_per_cost': {
      const settings = { perCost: rule.method === 'greedy_by_score_per_cost', threshold: rule.scoreThreshold, noSkip: rule.noSkip };
      return greedy(round, [], settings).map(({ id }) => id);
    }
  }
}
