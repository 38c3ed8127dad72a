import { packBallots } from './ballots.ts';
import { CountInputError } from './count-error.ts';
import { mergeBallots } from './merge-ballots.ts';
import { type CountInput, compareCodePoints, type PackedBallots } from './round.ts';
import type { Rule } from './rules.ts';

/**
 * A round as the counting engines read it. Projects stand in the tie order, so that of equals the least index goes first and the order in
 * which they were listed changes nothing (L1). Equal ballots are merged.
 */
export interface PreparedRound {
  readonly input: CountInput;
  /** Ids in the tie order. */
  readonly ids: readonly string[];
  readonly costs: Float64Array;
  /** Exclusive group of each project, −1 for none. */
  readonly groups: Int32Array;
  readonly pot: number;
  readonly unitsPerPound: number;
  /** How many ballots, empty ones included. */
  readonly ballots: number;
  readonly emptyBallots: number;
  /** Ballots that support each project. */
  readonly votes: Float64Array;
  /** Sum of points; equal to `votes` for ticks. */
  readonly scores: Float64Array;
  /** 1 where a project has the smallest support that the rule asks for. */
  readonly eligible: Uint8Array;
  /** How many voters cast each merged ballot. */
  readonly multiplicity: Int32Array;
  /** Merged ballot i supports `ballotProjects[ballotStart[i] .. ballotStart[i+1])`, in the tie order. */
  readonly ballotStart: Int32Array;
  readonly ballotProjects: Int32Array;
  /** Points beside `ballotProjects`; null where every one is 1. */
  readonly ballotPoints: Float64Array | null;
  /** Project p is supported by `supporters[supporterStart[p] .. supporterStart[p+1])`, merged ballots. */
  readonly supporterStart: Int32Array;
  readonly supporters: Int32Array;
  readonly supporterPoints: Float64Array | null;
}

function checkWhole(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new CountInputError(`${what} must be whole and 0 or more, got ${value}.`);
}

/** Every index of the input's projects, in the tie order. */
function orderProjects(input: CountInput): Int32Array {
  const index = new Map(input.projects.map((project, at) => [project.id, at]));
  if (index.size !== input.projects.length) throw new CountInputError('Two projects have the same id.');
  const ids = input.tieOrder ?? [...index.keys()].sort(compareCodePoints);
  if (ids.length !== index.size || new Set(ids).size !== ids.length)
    throw new CountInputError('The tie order must name every project once.');
  return Int32Array.from(ids, (id) => {
    const at = index.get(id);
    if (at === undefined) throw new CountInputError(`The tie order names project ${id}, which is not in this vote.`);
    return at;
  });
}

function groupNumbers(names: readonly (string | undefined)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    if (name === undefined) return -1;
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name) ?? -1;
  });
}

/**
 * The points of each choice in the packed ballots, or null where every choice counts 1. Ranked: K − position, where the first position is 0
 * and K is the longest ranking allowed, or the ballot's own length.
 */
function choicePoints(input: CountInput, packed: PackedBallots, rule: Rule): Float64Array | null {
  if (input.ballotType !== 'ranked') return packed.points;
  const { offsets, projects } = packed;
  const points = new Float64Array(projects.length);
  let longest = 0;
  for (let at = 0; at + 1 < offsets.length; at += 1) longest = Math.max(longest, (offsets[at + 1] ?? 0) - (offsets[at] ?? 0));
  longest = Math.max(longest, input.longestRanking ?? 0);
  for (let at = 0; at + 1 < offsets.length; at += 1) {
    const from = offsets[at] ?? 0;
    const to = offsets[at + 1] ?? 0;
    const highest = rule.rankedPoints === 'own_length' ? to - from : longest;
    for (let choice = from; choice < to; choice += 1) points[choice] = highest - (choice - from);
  }
  return points;
}

type Merged = ReturnType<typeof mergeBallots>;

/** Who supports each project, from what each ballot supports. */
function supportersOf(merged: Merged, projects: number) {
  const { ballotStart, ballotProjects, ballotPoints, multiplicity } = merged;
  const supporterStart = new Int32Array(projects + 1);
  for (const project of ballotProjects) supporterStart[project + 1] = (supporterStart[project + 1] ?? 0) + 1;
  for (let p = 0; p < projects; p += 1) supporterStart[p + 1] = (supporterStart[p + 1] ?? 0) + (supporterStart[p] ?? 0);
  const next = supporterStart.slice();
  const supporters = new Int32Array(ballotProjects.length);
  const supporterPoints = ballotPoints ? new Float64Array(ballotProjects.length) : null;
  const votes = new Float64Array(projects);
  const scores = new Float64Array(projects);
  for (let ballot = 0; ballot < multiplicity.length; ballot += 1) {
    const voters = multiplicity[ballot] ?? 0;
    for (let at = ballotStart[ballot] ?? 0; at < (ballotStart[ballot + 1] ?? 0); at += 1) {
      const project = ballotProjects[at] ?? 0;
      const place = next[project] ?? 0;
      next[project] = place + 1;
      supporters[place] = ballot;
      if (supporterPoints && ballotPoints) supporterPoints[place] = ballotPoints[at] ?? 0;
      votes[project] = (votes[project] ?? 0) + voters;
      scores[project] = (scores[project] ?? 0) + voters * (ballotPoints ? (ballotPoints[at] ?? 0) : 1);
    }
  }
  return { supporterStart, supporters, supporterPoints, votes, scores };
}

/** Lays a round out for counting. Throws `CountInputError` when the inputs contradict themselves. */
export function prepareRound(input: CountInput, rule: Rule): PreparedRound {
  checkWhole(input.pot, 'The pot');
  const order = orderProjects(input);
  const at = Array.from(order, (index) => input.projects[index]);
  for (const project of input.projects) checkWhole(project.cost, `The cost of project ${project.id}`);
  const rank = new Int32Array(order.length);
  for (const [place, index] of order.entries()) rank[index] = place;
  const packed = packBallots(input);
  const merged = mergeBallots(packed, { rank, points: choicePoints(input, packed, rule) });
  const support = supportersOf(merged, order.length);
  return {
    input,
    ids: at.map((project) => project?.id ?? ''),
    costs: Float64Array.from(at, (project) => project?.cost ?? 0),
    groups: groupNumbers(at.map((project) => project?.exclusiveGroup)),
    pot: input.pot,
    unitsPerPound: input.unitsPerPound,
    ballots: packed.offsets.length - 1,
    ...merged,
    ...support,
    eligible: Uint8Array.from(support.votes, (votes) => (votes >= rule.minimumSupport ? 1 : 0)),
  };
}
