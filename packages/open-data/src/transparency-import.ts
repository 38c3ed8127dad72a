import { type Pence, pence, penceFromPounds } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Temporal } from '@pursestrings/basics/time';
import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from './csv.ts';

/** A payment made before this ledger began, as read from a file in the shape of the Transparency Code. */
export interface PastPayment {
  /** Line of the file, from 1; the headings are on line 1. */
  readonly line: number;
  readonly bodyName: string;
  readonly paidOn: string;
  readonly department: string;
  readonly payeeName: string;
  readonly registration: string | null;
  readonly purpose: string;
  readonly number: string;
  readonly netPence: Pence;
  readonly vatPence: Pence;
  readonly category: string;
  readonly isGrant: boolean;
}

/** A row that cannot be taken, where it stands, and why in words for whoever made the file. */
export interface BadRow {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

export type ImportProblem = { readonly code: 'rows-refused'; readonly rows: readonly BadRow[] };

const needed = ['Body Name', 'Date', 'Department', 'Beneficiary', 'Purpose', 'Transaction Number', 'Net Amount', 'Category'];

type Cells = Readonly<Record<string, string>>;

/**
 * Reads past payments from a Transparency Code CSV. Columns may come in any order and in any case; a byte order mark is let through.
 * All or nothing: every row is checked first, and each bad one is named with line, column and reason.
 */
export function readTransparencyCsv(text: string): Result<readonly PastPayment[], ImportProblem> {
  const read = cellsOf(text);
  if (!read.ok) return read;
  const bad: BadRow[] = [];
  const good: PastPayment[] = [];
  const lineOfNumber = new Map<string, number>();
  for (const { line, cells } of read.value) {
    const faults = faultsOf(cells, line);
    const number = cells['transaction number'] ?? '';
    const before = lineOfNumber.get(number);
    if (before !== undefined) faults.push({ line, column: 'Transaction Number', reason: `${number} already stands on line ${before}` });
    else if (number !== '') lineOfNumber.set(number, line);
    if (faults.length > 0) bad.push(...faults);
    else good.push(paymentFrom(cells, line));
  }
  return bad.length > 0 ? problem({ code: 'rows-refused', rows: bad }) : ok(good);
}

function cellsOf(text: string): Result<readonly { line: number; cells: Cells }[], ImportProblem> {
  let rows: readonly { record: readonly string[]; info: { lines: number } }[];
  try {
    rows = parse(text, { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true }) as unknown as typeof rows;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = typeof fault.lines === 'number' ? fault.lines : 1;
    return problem({
      code: 'rows-refused',
      rows: [{ line, column: '', reason: 'this is not a CSV file: a quotation mark is out of place' }],
    });
  }
  const headings = (rows[0]?.record ?? []).map((heading) => heading.toLowerCase());
  const missing = needed.filter((column) => !headings.includes(column.toLowerCase()));
  if (missing.length > 0) {
    return problem({ code: 'rows-refused', rows: missing.map((column) => ({ line: 1, column, reason: 'this column is missing' })) });
  }
  return ok(rows.slice(1).map((row) => ({ line: firstLine(row), cells: named(headings, row.record) })));
}

/** The parser tells the line where a row ends; a quoted cell may run over several. */
function firstLine(row: { record: readonly string[]; info: { lines: number } }): number {
  return row.info.lines - row.record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
}

function named(headings: readonly string[], record: readonly string[]): Cells {
  return Object.fromEntries(headings.map((heading, index) => [heading, unguarded(record[index] ?? '')]));
}

function faultsOf(cells: Cells, line: number): BadRow[] {
  const faults: BadRow[] = [];
  const refuse = (column: string, reason: string) => faults.push({ line, column, reason });
  for (const column of needed) if (cells[column.toLowerCase()] === '') refuse(column, 'nothing is filled in');
  const date = cells.date ?? '';
  if (date !== '' && dayFrom(date) === null) refuse('Date', `'${date}' is not a day written DD/MM/YYYY`);
  for (const column of ['Net Amount', 'Irrecoverable VAT']) {
    const sum = cells[column.toLowerCase()] ?? '';
    if (sum !== '' && signedPence(sum) === null) refuse(column, `'${sum}' is not a sum in pounds and pence`);
  }
  const grant = (cells.grant ?? '').toLowerCase();
  if (!['', 'yes', 'no'].includes(grant)) refuse('Grant', `'${cells.grant}' is neither Yes nor No`);
  return faults;
}

function paymentFrom(cells: Cells, line: number): PastPayment {
  return {
    line,
    bodyName: cells['body name'] ?? '',
    paidOn: dayFrom(cells.date ?? '') ?? '',
    department: cells.department ?? '',
    payeeName: cells.beneficiary ?? '',
    registration: cells['registration number'] || null,
    purpose: cells.purpose ?? '',
    number: cells['transaction number'] ?? '',
    netPence: signedPence(cells['net amount'] ?? '') ?? pence(0),
    vatPence: signedPence(cells['irrecoverable vat'] ?? '') ?? pence(0),
    category: cells.category ?? '',
    isGrant: (cells.grant ?? '').toLowerCase() === 'yes',
  };
}

function dayFrom(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!match) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null;
  }
}

/** '-460.00', '(460.00)' and '£1,240' as signed pence; null for anything else. */
function signedPence(text: string): Pence | null {
  const below = /^\((.+)\)$/.exec(text)?.[1] ?? /^[-−]\s*(.+)$/.exec(text)?.[1];
  const amount = penceFromPounds(below ?? text);
  if (amount === null) return null;
  return below === undefined ? amount : pence(-amount || 0);
}
