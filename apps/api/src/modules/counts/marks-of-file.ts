import { packBallots } from '@pursestrings/voting-rules/ballots';
import type { CountInput } from '@pursestrings/voting-rules/round';

/** Each ballot of a file as one byte a project, as ballots are sealed: 1 for a tick, the points, or the place in the ranking. */
export function marksOfAll(input: CountInput): Uint8Array[] {
  const { offsets, projects, points } = packBallots(input);
  return Array.from({ length: offsets.length - 1 }, (_, ballot) => {
    const marks = new Uint8Array(input.projects.length);
    const from = offsets[ballot] ?? 0;
    for (let at = from; at < (offsets[ballot + 1] ?? 0); at += 1) {
      marks[projects[at] ?? 0] = input.ballotType === 'ranked' ? at - from + 1 : (points?.[at] ?? 1);
    }
    return marks;
  });
}
