/** Elections made from a fixed seed, as large as those met in public, so that figures can be compared between machines and versions. */

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface ElectionSize {
  readonly ballots: number;
  readonly projects: number;
  /** Ticks on a ballot, on average. */
  readonly ticks: number;
  readonly pot: number;
  readonly dearest: number;
}

/** The bytes of a `.pb` file: few favourites and a long tail, many cheap projects and some dear ones. */
export function makeElection(size: ElectionSize): Uint8Array {
  const next = numbersFrom(42);
  const popularity = Array.from({ length: size.projects }, () => next() ** 2 + 0.03);
  const sum = popularity.reduce((total, one) => total + one, 0);
  const lines = [
    'META',
    'key;value',
    `num_projects;${size.projects}`,
    `num_votes;${size.ballots}`,
    `budget;${size.pot}`,
    'vote_type;approval',
    'PROJECTS',
    'project_id;cost;name',
  ];
  for (let p = 0; p < size.projects; p += 1) lines.push(`${p + 100};${Math.round((0.05 + next() ** 2) * size.dearest)};Project ${p}`);
  lines.push('VOTES', 'voter_id;vote');
  for (let voter = 0; voter < size.ballots; voter += 1) {
    const choices = popularity.flatMap((one, p) => (next() < Math.min(0.95, (one / sum) * size.ticks) ? [p + 100] : []));
    lines.push(`${voter};${choices.join(',')}`);
  }
  return new TextEncoder().encode(lines.join('\r\n'));
}
