import { closenessOf, closenessPlan } from './closeness.ts';
import type { CountDocument, CountStep, CountTie, NotChosenReason, OtherOutcome, ProjectAnswer, ShareStory } from './count-document.ts';
import { type Decision, plainGreedy } from './decide.ts';
import { exactNumber, exactUnits } from './fraction.ts';
import { hashOfInputs } from './inputs-hash.ts';
import type { PreparedRound } from './prepared-round.ts';
import { nameOfRule, type Rule } from './rules.ts';
import { type Replay, replayRun } from './share-replay.ts';
import { sharesSetting } from './shares-setting.ts';

/** How much of the story is wanted. */
export interface StoryOptions {
  readonly withCloseness: boolean;
  readonly onProgress: (share: number) => void;
}

/** A decision, the rule it follows, and the exact figures of its run. */
interface Told {
  readonly decision: Decision;
  readonly rule: Rule;
  readonly replay: Replay | null;
}

const rounding =
  'Sums are whole units, rounded down; where a sum is a share of a unit, its exact fraction stands beside it when it is short.';

/** How many voters got 0, 1, 2 … of what they chose. */
function gotCounts(round: PreparedRound, chosen: readonly number[]): number[] {
  const isChosen = new Uint8Array(round.ids.length);
  for (const p of chosen) isChosen[p] = 1;
  const counts: number[] = [round.emptyBallots];
  for (let ballot = 0; ballot < round.multiplicity.length; ballot += 1) {
    let got = 0;
    for (let at = round.ballotStart[ballot] as number; at < (round.ballotStart[ballot + 1] as number); at += 1) {
      got += isChosen[round.ballotProjects[at] as number] as number;
    }
    while (counts.length <= got) counts.push(0);
    counts[got] = (counts[got] as number) + (round.multiplicity[ballot] as number);
  }
  return counts;
}

function greedyBeside(round: PreparedRound): OtherOutcome {
  const { chosen, spent } = plainGreedy(round);
  return { chosen: chosen.map((p) => round.ids[p] ?? ''), spent, left: round.pot - spent, got: gotCounts(round, chosen) };
}

/** Of what each step belongs to: the first projects are free or shared, the rest is completion. */
function partOf(told: Told, at: number): CountStep['part'] {
  const { decision, rule } = told;
  const { shares, phragmen, round } = decision;
  if (phragmen) return 'phragmen';
  if (!shares || decision.comparisonTookGreedy) return 'greedy';
  if (at >= shares.run.chosen.length) return 'utilitarian';
  return rule.method === 'equal_shares' && round.costs[decision.chosen[at] ?? 0] === 0 ? 'free' : 'equal_shares';
}

function stepsOf(told: Told): CountStep[] {
  const { decision, replay } = told;
  const { round, chosen, shares } = decision;
  let left = round.pot;
  return chosen.map((p, at) => {
    const cost = round.costs[p] ?? 0;
    left -= cost;
    const part = partOf(told, at);
    const exact = part === 'equal_shares' ? replay?.steps[at - (shares?.run.free ?? 0)] : undefined;
    return {
      number: at + 1,
      projectId: round.ids[p] ?? '',
      part,
      cost,
      votes: round.votes[p] ?? 0,
      score: round.scores[p] ?? 0,
      effectiveVotes: exact ? exactNumber(exact.effectiveVotes) : null,
      fullPayment: exact ? exactUnits(exact.price) : null,
      paidInFull: exact?.paidInFull ?? null,
      paidInPart: exact?.paidInPart ?? null,
      paidNothing: exact?.paidNothing ?? null,
      leftInPot: left,
    };
  });
}

function tiesOf({ round, ties, chosen }: Decision): CountTie[] {
  return ties.map(({ at, projects }) => ({
    step: at + 1,
    projectIds: projects.map((p) => round.ids[p] ?? ''),
    taken: round.ids[chosen[at] ?? 0] ?? '',
  }));
}

function reasonOf({ decision, rule }: Told, p: number): NotChosenReason {
  const { round, chosen, greedy, shares, phragmen, spent } = decision;
  const cost = round.costs[p] ?? 0;
  const group = round.groups[p];
  if (round.votes[p] === 0) return 'nobody_supported_it';
  if (round.eligible[p] !== 1) return 'below_minimum_support';
  if (group !== -1 && chosen.some((other) => round.groups[other] === group)) return 'group_already_chosen';
  if (cost > round.pot) return 'dearer_than_pot';
  if (phragmen) return cost > round.pot - spent ? 'did_not_fit' : 'stopped_before';
  if (rule.method === 'equal_shares' && shares) return decision.comparisonTookGreedy ? 'comparison' : 'supporters_had_too_little';
  return greedy?.refused.get(p)?.why ?? 'did_not_fit';
}

/** Supporters of p, over all ballots for which `holds` is true. */
function countSupporters(round: PreparedRound, p: number, holds: (choices: Int32Array) => boolean): number {
  let count = 0;
  for (let at = round.supporterStart[p] as number; at < (round.supporterStart[p + 1] as number); at += 1) {
    const ballot = round.supporters[at] as number;
    const choices = round.ballotProjects.subarray(round.ballotStart[ballot], round.ballotStart[ballot + 1]);
    if (holds(choices)) count += round.multiplicity[ballot] as number;
  }
  return count;
}

function answersOf(told: Told, options: StoryOptions): ProjectAnswer[] {
  const { decision, rule, replay } = told;
  const { round, chosen } = decision;
  const stepOf = new Map(chosen.map((p, at) => [p, at + 1]));
  const names = new Map(round.input.projects.map(({ id, name }) => [id, name ?? null]));
  const order = [...round.ids.keys()].sort((a, b) => (round.votes[b] as number) - (round.votes[a] as number) || a - b);
  const missed = order.filter((p) => !stepOf.has(p) && (round.votes[p] ?? 0) > 0);
  const plan = closenessPlan(decision, missed.length);
  // Where there is not time for all, those with most support are looked at.
  const looked = new Set(options.withCloseness ? missed.slice(0, plan.most) : []);
  return order.map((p, done) => {
    options.onProgress(done / order.length);
    const isChosen = stepOf.has(p);
    const money = isChosen ? undefined : replay?.money.get(p);
    const first = money?.gone[0]?.project;
    const mate = round.groups[p] === -1 ? undefined : chosen.find((other) => other !== p && round.groups[other] === round.groups[p]);
    const close = looked.has(p) ? closenessOf(decision, { rule, project: p, basis: plan.basis }) : null;
    return {
      projectId: round.ids[p] ?? '',
      name: names.get(round.ids[p] ?? '') ?? null,
      cost: round.costs[p] ?? 0,
      votes: round.votes[p] ?? 0,
      score: round.scores[p] ?? 0,
      chosen: isChosen,
      step: stepOf.get(p) ?? null,
      reason: isChosen ? null : reasonOf(told, p),
      groupChosen: mate === undefined ? null : (round.ids[mate] ?? null),
      supportersStillHad: money ? exactUnits(money.left).units : null,
      moneyWentTo: (money?.gone ?? [])
        .slice(0, 3)
        .map(({ project, paid }) => ({ projectId: round.ids[project] ?? '', units: exactUnits(paid).units })),
      alsoSupportedFirst: first === undefined ? null : countSupporters(round, p, (choices) => choices.includes(first)),
      supportersLeftWithNothing: isChosen ? 0 : countSupporters(round, p, (choices) => !choices.some((choice) => stepOf.has(choice))),
      chosenAtCost: close?.atCost ?? null,
      chosenWithMoreSupporters: close?.moreSupporters ?? null,
      closenessBasis: close?.basis ?? null,
    };
  });
}

function shareOf({ shares }: Decision): ShareStory | null {
  if (!shares) return null;
  const { start, final, stepUnits, increments, stop } = shares;
  return { start: exactUnits(start), final: exactUnits(final), stepUnits, increments, stop };
}

function replayOf(decision: Decision, rule: Rule): Replay | null {
  const { round, shares, chosen } = decision;
  if (rule.method !== 'equal_shares' || !shares || decision.comparisonTookGreedy) return null;
  const done = new Set(chosen);
  const follow = [...round.ids.keys()].filter((p) => !done.has(p) && (round.votes[p] ?? 0) > 0);
  return replayRun(sharesSetting(round, rule.utility), { start: shares.final, chosen: shares.run.chosen.slice(shares.run.free), follow });
}

/** Tells the story of a decision (voting design, A5). */
export function tellStory(decision: Decision, rule: Rule, options: StoryOptions): CountDocument {
  const { round, chosen, spent } = decision;
  const { input } = round;
  const told: Told = { decision, rule, replay: replayOf(decision, rule) };
  return {
    format: 'pursestrings-count/1',
    inputs: {
      sha256: hashOfInputs(round),
      title: input.title ?? null,
      currency: input.currency ?? 'GBP',
      unitsPerPound: input.unitsPerPound,
      pot: round.pot,
      ballots: round.ballots,
      emptyBallots: round.emptyBallots,
      ballotType: input.ballotType,
      projects: round.ids.length,
    },
    rule: { name: nameOfRule(rule), parameters: rule },
    rounding,
    tieOrder: round.ids,
    chosen: chosen.map((p) => round.ids[p] ?? ''),
    spent,
    left: round.pot - spent,
    share: shareOf(decision),
    steps: stepsOf(told),
    ties: tiesOf(decision),
    projects: answersOf(told, options),
    got: gotCounts(round, chosen),
    greedyBeside: greedyBeside(round),
    comparisonTookGreedy: decision.comparisonTookGreedy,
  };
}
