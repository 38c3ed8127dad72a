import { CountInputError } from './count-error.ts';
import type { Ballot, CountInput, PackedBallots } from './round.ts';

/** Tells the two forms of ballots apart. */
export function isPacked(ballots: CountInput['ballots']): ballots is PackedBallots {
  return 'offsets' in ballots;
}

/** Whether ballots of this input carry points. */
function hasPoints(input: CountInput): boolean {
  return input.ballotType === 'points' || input.ballotType === 'score';
}

/** Every ballot as ids, whichever form it has. */
export function* readBallots(input: CountInput): Generator<Ballot> {
  const { ballots, projects } = input;
  if (!isPacked(ballots)) {
    yield* ballots;
    return;
  }
  for (let at = 0; at + 1 < ballots.offsets.length; at += 1) {
    const from = ballots.offsets[at] ?? 0;
    const to = ballots.offsets[at + 1] ?? 0;
    const choices = Array.from(ballots.projects.subarray(from, to), (index) => projects[index]?.id ?? '');
    yield ballots.points ? { choices, points: Array.from(ballots.points.subarray(from, to)) } : { choices };
  }
}

function checkPoints(ballot: Ballot): readonly number[] {
  const { choices, points } = ballot;
  if (!points || points.length !== choices.length) throw new CountInputError('A ballot needs as many points as it names projects.');
  for (const value of points) {
    if (!Number.isSafeInteger(value) || value < 0) throw new CountInputError(`Points must be whole and 0 or more, got ${value}.`);
  }
  return points;
}

/**
 * Ballots as numbers. Throws `CountInputError` on a project that is not listed, one named twice on a ballot, or points that are
 * not whole numbers of 0 or more.
 */
export function packBallots(input: CountInput): PackedBallots {
  const { ballots } = input;
  if (isPacked(ballots)) return ballots;
  const index = new Map(input.projects.map((project, at) => [project.id, at]));
  const offsets = new Int32Array(ballots.length + 1);
  const projects: number[] = [];
  const points: number[] | null = hasPoints(input) ? [] : null;
  const seenOn = new Int32Array(input.projects.length).fill(-1);
  for (const [at, ballot] of ballots.entries()) {
    if (points) points.push(...checkPoints(ballot));
    for (const id of ballot.choices) {
      const project = index.get(id);
      if (project === undefined) throw new CountInputError(`A ballot names project ${id}, which is not in this vote.`);
      if (seenOn[project] === at) throw new CountInputError(`A ballot names project ${id} twice.`);
      seenOn[project] = at;
      projects.push(project);
    }
    offsets[at + 1] = projects.length;
  }
  return { offsets, projects: Int32Array.from(projects), points: points ? Float64Array.from(points) : null };
}
