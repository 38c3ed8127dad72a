import type { PackedBallots } from './round.ts';

/** How the choices of packed ballots are to be read. */
interface Reading {
  /** Index in the packed ballots to place in the tie order. */
  readonly rank: Int32Array;
  /** Points of each choice; null where each counts 1. Choices with 0 points are no support. */
  readonly points: Float64Array | null;
}

/** Equal ballots found by a hash over their projects and points; a table of places with linear probing. */
class BallotTable {
  private readonly table: Int32Array;
  private readonly mask: number;
  readonly start: Int32Array;
  readonly projects: Int32Array;
  readonly points: Float64Array | null;
  readonly multiplicity: Int32Array;
  count = 0;

  constructor(ballots: number, choices: number, hasPoints: boolean) {
    let size = 16;
    while (size < ballots * 2) size *= 2;
    this.table = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    this.start = new Int32Array(ballots + 1);
    this.projects = new Int32Array(choices);
    this.points = hasPoints ? new Float64Array(choices) : null;
    this.multiplicity = new Int32Array(ballots);
  }

  /** Takes in the ballot whose choices have been written behind the last one, up to `end`. */
  add(end: number): void {
    const from = this.start[this.count] ?? 0;
    let hash = end - from;
    for (let at = from; at < end; at += 1) {
      hash = Math.imul(hash ^ (this.projects[at] ?? 0), 0x9e3779b1);
      if (this.points) hash = Math.imul(hash ^ ((this.points[at] ?? 0) | 0), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    for (let place = hash & this.mask; ; place = (place + 1) & this.mask) {
      const other = this.table[place] ?? -1;
      if (other === -1) {
        this.table[place] = this.count;
        this.multiplicity[this.count] = 1;
        this.count += 1;
        this.start[this.count] = end;
        return;
      }
      if (this.isEqual(other, from, end)) {
        this.multiplicity[other] = (this.multiplicity[other] ?? 0) + 1;
        return;
      }
    }
  }

  private isEqual(other: number, from: number, end: number): boolean {
    const start = this.start[other] ?? 0;
    if ((this.start[other + 1] ?? 0) - start !== end - from) return false;
    for (let at = 0; at < end - from; at += 1) {
      if (this.projects[start + at] !== this.projects[from + at]) return false;
      if (this.points && this.points[start + at] !== this.points[from + at]) return false;
    }
    return true;
  }
}

/** Merges equal ballots; their projects are places in the tie order, ascending. Empty ballots are only counted. */
export function mergeBallots(packed: PackedBallots, reading: Reading) {
  const { offsets, projects } = packed;
  const { rank, points } = reading;
  const ballots = offsets.length - 1;
  const table = new BallotTable(ballots, projects.length, points !== null);
  let emptyBallots = 0;
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    const begin = table.start[table.count] ?? 0;
    let end = begin;
    for (let at = offsets[ballot] ?? 0; at < (offsets[ballot + 1] ?? 0); at += 1) {
      const given = points ? (points[at] ?? 0) : 1;
      if (given <= 0) continue;
      const project = rank[projects[at] ?? 0] ?? 0;
      let place = end;
      // Insertion sort: ballots are short, and often sorted already.
      for (; place > begin && (table.projects[place - 1] ?? 0) > project; place -= 1) {
        table.projects[place] = table.projects[place - 1] ?? 0;
        if (table.points) table.points[place] = table.points[place - 1] ?? 0;
      }
      table.projects[place] = project;
      if (table.points) table.points[place] = given;
      end += 1;
    }
    if (end === begin) emptyBallots += 1;
    else table.add(end);
  }
  const choices = table.start[table.count] ?? 0;
  return {
    emptyBallots,
    multiplicity: table.multiplicity.slice(0, table.count),
    ballotStart: table.start.slice(0, table.count + 1),
    ballotProjects: table.projects.slice(0, choices),
    ballotPoints: table.points ? table.points.slice(0, choices) : null,
  };
}
