import type { CountInput } from './round.ts';

/** What a `.pb` file holds that a count reads, and its META lines as written. */
export interface PbFile {
  readonly input: CountInput;
  /** META, key to value, as written. */
  readonly meta: ReadonlyMap<string, string>;
  /** What was put right while reading, such as a project named twice on one ballot; the line says where. */
  readonly warnings: readonly PbWarning[];
}

export interface PbWarning {
  readonly line: number;
  readonly message: string;
}

/** The file cannot be read; `line` and `column` count from 1, in characters. */
export class PbFileError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, at: { readonly line: number; readonly column: number }) {
    super(`Line ${at.line}, column ${at.column}: ${message}`);
    this.line = at.line;
    this.column = at.column;
  }
}

export interface ReadOptions {
  /** Called now and then with the share of the file read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Reads a Pabulib `.pb` file as found in the wild: `;` between fields, `"` quoting, CRLF or LF, a byte order mark, spaces around ids,
 * money with decimals (scaled to whole units without floating point), ids of any text, five vote types, columns in any order but the first.
 * Voters' ages, sexes and ids are not kept. Throws `PbFileError`.
 */
export function readPb(_file: string | Uint8Array, _options: ReadOptions = {}): PbFile {
  throw new Error('The reader is being laid.');
}

/**
 * Writes a round as a `.pb` file that `readPb` reads back exactly: pot and costs in pounds with two decimals, the vote column only,
 * `voter_id` = line number, ballots sorted bytewise so that their order says nothing.
 */
export function writePb(_input: CountInput): string {
  throw new Error('The writer is being laid.');
}
