/** The published order that breaks ties in a round: lowest cost, then most supporters, then a lot drawn from a published seed. */

/** What the tie order looks at. */
export interface TieProject {
  readonly id: string;
  /** Whole units. */
  readonly cost: number;
  /** Ballots that support it. */
  readonly supporters: number;
}

/**
 * The total order of a round's projects, first goes first: lowest cost, then most supporters, then least SHA-256 of
 * `pb-lot/1`, the seed and the project's id. The seed (an even number of hex digits, any case) is committed to at announcement and revealed at close.
 * The order of `projects` changes nothing (L1), and the same seed gives the same order everywhere (L2). Throws a `RangeError` on a seed that is not hex.
 */
export function drawTieOrder(_seedHex: string, _projects: readonly TieProject[]): readonly string[] {
  throw new Error('The lot is being laid.');
}
