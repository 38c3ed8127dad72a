import { type Decimal, parseDecimal, scaleDecimal } from './decimal.ts';
import type { PbWarning } from './pb-error.ts';
import type { PbRows } from './pb-rows.ts';
import type { BallotType, CountProject, PackedBallots } from './round.ts';

interface VoteSettings {
  readonly projects: readonly CountProject[];
  readonly ballotType: BallotType;
  readonly warnings: PbWarning[];
  readonly onProgress: (share: number) => void;
}

/** A list of whole numbers that grows, without boxing them. */
class GrowingList {
  values = new Int32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/** Where the columns of the votes stand. */
interface Columns {
  readonly vote: number;
  readonly points: number;
}

function readHeader(rows: PbRows, needsPoints: boolean): Columns {
  const header = (rows.next() ?? []).map((field) => field.trim());
  const columns = { vote: header.indexOf('vote'), points: needsPoints ? header.indexOf('points') : -1 };
  if (columns.vote === -1) throw rows.errorAt('The votes need a column vote.', 0);
  if (needsPoints && columns.points === -1) throw rows.errorAt('The votes need a column points.', 0);
  return columns;
}

/** Reads the votes of all five types. A project named twice on one ballot counts once, where it first stands. */
class VoteReader {
  private readonly rows: PbRows;
  private readonly settings: VoteSettings;
  private readonly index = new Map<string, number>();
  /** The ballot on which a project was last seen, to notice repetition. */
  private readonly seenOn: Int32Array;
  readonly offsets = new GrowingList();
  readonly chosen = new GrowingList();
  readonly points: Decimal[] = [];

  constructor(rows: PbRows, settings: VoteSettings) {
    this.rows = rows;
    this.settings = settings;
    this.seenOn = new Int32Array(settings.projects.length).fill(-1);
    for (const [at, project] of settings.projects.entries()) this.index.set(project.id, at);
    this.offsets.push(0);
  }

  /** Adds one ballot. `points` is null where ballots have none. */
  add(vote: string, points: readonly string[] | null, columns: Columns): void {
    const ballot = this.offsets.length;
    let choice = 0;
    let from = 0;
    while (from <= vote.length) {
      const comma = vote.indexOf(',', from);
      const to = comma === -1 ? vote.length : comma;
      const id = vote.slice(from, to);
      from = to + 1;
      const project = this.index.get(id) ?? this.index.get(id.trim());
      if (project === undefined) {
        if (id.trim() !== '') throw this.rows.errorAt(`Project ${id.trim()} is not listed.`, columns.vote);
        if (vote.trim() !== '') this.warn('An empty choice was left out.');
        continue;
      }
      if (this.seenOn[project] === ballot) this.warn(`Project ${id.trim()} stands twice on one ballot; it counts once.`);
      else {
        this.seenOn[project] = ballot;
        this.chosen.push(project);
        if (points) this.points.push(this.readPoints(points[choice], columns));
      }
      choice += 1;
    }
    if (points && points.length !== choice && !(choice === 0 && points.join('').trim() === '')) {
      throw this.rows.errorAt(`The vote names ${choice} projects, but has ${points.length} points.`, columns.vote);
    }
    this.offsets.push(this.chosen.length);
  }

  private readPoints(text: string | undefined, columns: Columns): Decimal {
    if (text === undefined) throw this.rows.errorAt('The vote names more projects than it has points.', columns.vote);
    const value = parseDecimal(text);
    if (value) return value;
    if (!/^-\d+(\.\d+)?$/.test(text.trim())) throw this.rows.errorAt(`Points must be numbers, got '${text}'.`, columns.points);
    this.warn('Points below zero count as zero.');
    return { digits: 0n, decimals: 0 };
  }

  private warn(message: string): void {
    this.settings.warnings.push({ line: this.rows.line, message });
  }
}

/** Points as whole numbers: all by the same power of ten, which changes no comparison. */
function scalePoints(points: readonly Decimal[]): Float64Array {
  const decimals = points.reduce((most, value) => Math.max(most, value.decimals), 0);
  return Float64Array.from(points, (value) => Number(scaleDecimal(value, decimals)));
}

/** Reads the rows behind the line VOTES. Only the votes and points are looked at; who voted is not kept. */
export function readVotes(rows: PbRows, settings: VoteSettings): PackedBallots {
  const needsPoints = settings.ballotType === 'points' || settings.ballotType === 'score';
  const columns = readHeader(rows, needsPoints);
  const reader = new VoteReader(rows, settings);
  for (let read = 1; ; read += 1) {
    const fields = rows.next();
    if (!fields) break;
    const vote = fields[columns.vote];
    if (vote === undefined) throw rows.errorAt('This row has no vote.', 0);
    reader.add(vote, needsPoints ? (fields[columns.points] ?? '').split(',') : null, columns);
    if (read % 5000 === 0) settings.onProgress(rows.position / rows.text.length);
  }
  settings.onProgress(1);
  return {
    offsets: reader.offsets.values.slice(0, reader.offsets.length),
    projects: reader.chosen.values.slice(0, reader.chosen.length),
    points: needsPoints ? scalePoints(reader.points) : null,
  };
}
