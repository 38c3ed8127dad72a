/** The published order that breaks ties in a round: lowest cost, then most supporters, then a lot drawn from a published seed. */
import { compareCodePoints } from './round.ts';
import { sha256Hex } from './sha256.ts';

/** What the tie order looks at. */
export interface TieProject {
  readonly id: string;
  /** Whole units. */
  readonly cost: number;
  /** Ballots that support it. */
  readonly supporters: number;
}

/**
 * The total order of a round's projects, first goes first: lowest cost, then most supporters, then least lot. The lot of a project is
 * SHA-256 of the text `pb-lot/1`, the seed in lower case and the project's id, joined by line feeds, read as hex; so anybody can work it
 * out with any SHA-256 program, and no project's lot depends on another's. The seed (an even number of hex digits, 32 or more, any case) is
 * committed to at announcement and revealed at close. The order of `projects` changes nothing (L1), and the same seed gives the same order
 * everywhere (L2). Throws a `RangeError` on a seed that is not such.
 */
export function drawTieOrder(seedHex: string, projects: readonly TieProject[]): readonly string[] {
  if (!/^(?:[0-9a-fA-F]{2}){16,}$/.test(seedHex)) throw new RangeError('A seed must be 32 or more hex digits, an even number.');
  const seed = seedHex.toLowerCase();
  return projects
    .map((project) => ({ ...project, lot: sha256Hex(`pb-lot/1\n${seed}\n${project.id}`) }))
    .sort((a, b) => a.cost - b.cost || b.supporters - a.supporters || compareCodePoints(a.lot, b.lot) || compareCodePoints(a.id, b.id))
    .map(({ id }) => id);
}
