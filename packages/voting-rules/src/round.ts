/**
 * What goes into a count: the pot, the projects with their costs, the ballots, and the order that breaks ties.
 * Sums are whole units: pence in a round of ours, the smallest unit written in an outside file.
 */

/** How people voted. `approval`, `up_to_k` and `basket` are ticks; `points` and `score` give numbers; `ranked` gives an order, best first. */
export type BallotType = 'approval' | 'up_to_k' | 'basket' | 'points' | 'ranked' | 'score';

export interface CountProject {
  /** Any text, unique in the count. */
  readonly id: string;
  /** Whole units, 0 or more. */
  readonly cost: number;
  /** For sentences and files only; never read by a rule. */
  readonly name?: string;
  /** At most one project of a group can be chosen. */
  readonly exclusiveGroup?: string;
}

/** One ballot, without any mark of whose it is. */
export interface Ballot {
  /** Project ids; for a ranked ballot the best first. An empty ballot counts among the voters. */
  readonly choices: readonly string[];
  /** For `points` and `score`: as many numbers as choices, whole and 0 or more. */
  readonly points?: readonly number[];
}

/** The same ballots as numbers, for large files: ballot i is `projects[offsets[i] .. offsets[i+1])`, indexes into the projects. */
export interface PackedBallots {
  /** One longer than the number of ballots; starts with 0. */
  readonly offsets: Int32Array;
  /** Indexes into the input's projects, in the order written on the ballot, each at most once in a ballot. */
  readonly projects: Int32Array;
  /** Points beside `projects`, for `points` and `score`. */
  readonly points: Float64Array | null;
}

export interface CountInput {
  /** For headings only. */
  readonly title?: string;
  /** ISO code; GBP when absent. For words only. */
  readonly currency?: string;
  /** The pot, whole units. */
  readonly pot: number;
  /** How many units make one pound (or other whole coin): 100 for pence, 1 for a file without decimals. Add1 steps are one pound. */
  readonly unitsPerPound: number;
  readonly ballotType: BallotType;
  /** The longest ranking that was allowed (K). When absent, the longest ballot found. */
  readonly longestRanking?: number;
  readonly projects: readonly CountProject[];
  readonly ballots: readonly Ballot[] | PackedBallots;
  /** Every project's id once; of equals, the one named first goes first. When absent: ids by code point, as for outside files. */
  readonly tieOrder?: readonly string[];
}

/** Compares texts by Unicode code point, so that the order is the same in every program ("10" before "2"). */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xIsSurrogate = x >= 0xd800 && x <= 0xdfff;
    const yIsSurrogate = y >= 0xd800 && y <= 0xdfff;
    // A surrogate pair stands for a code point above every single unit.
    if (xIsSurrogate !== yIsSurrogate) return xIsSurrogate ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}
