import type { PbWarning } from './pb-error.ts';
import { readPbText } from './pb-reader.ts';
import { writePbText } from './pb-writer.ts';
import type { CountInput } from './round.ts';

/** What a `.pb` file holds that a count reads, and its META lines as written. */
export interface PbFile {
  readonly input: CountInput;
  /** META, key to value, as written. */
  readonly meta: ReadonlyMap<string, string>;
  /** What was put right while reading, such as a project named twice on one ballot; the line says where. */
  readonly warnings: readonly PbWarning[];
}

export interface ReadOptions {
  /** Called now and then with the share of the file read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Reads a Pabulib `.pb` file as found in the wild: `;` between fields, `"` quoting, CRLF or LF, a byte order mark, spaces around ids,
 * money with decimals (scaled to whole units without floating point), ids of any text, five vote types, columns in any order but the first.
 * Voters' ages, sexes and ids are not kept. Throws `PbFileError` (`pb-error.ts`) with line and column.
 */
export function readPb(file: string | Uint8Array, options: ReadOptions = {}): PbFile {
  const text = typeof file === 'string' ? file : new TextDecoder().decode(file);
  return readPbText(text, options.onProgress ?? (() => undefined));
}

/**
 * Writes a round as a `.pb` file that `readPb` reads back exactly: pot and costs in pounds with all their decimals, the votes only,
 * `voter_id` = line number, ballots sorted bytewise so that their order says nothing. The kind of ballot and the tie order stand in META.
 * Throws `CountInputError` on ids that the format cannot hold.
 */
export function writePb(input: CountInput): string {
  return writePbText(input);
}
