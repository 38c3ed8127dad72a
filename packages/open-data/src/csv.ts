import { stringify } from 'csv-stringify/sync';

/** A column: its heading, and the cell of a record. Text is guarded against formulas; numbers are written as they are. */
export interface Column<Row> {
  readonly heading: string;
  /** What the column holds, for the data dictionary. */
  readonly meaning: string;
  readonly cell: (row: Row) => string | number | null;
}

/** A file as CSV (RFC 4180, UTF-8, LF): a line of headings, then a line for each record; an absent value is empty. */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => column.heading), ...rows.map((row) => columns.map((column) => guarded(column.cell(row))))];
  return stringify(lines, { record_delimiter: 'unix' });
}

/**
 * A cell that a spreadsheet program will not take for a formula: text that begins with = + - @, a tab or a carriage return
 * gets an apostrophe before it, unless it is a plain number such as '-460.00'.
 */
export function guarded(cell: string | number | null): string {
  if (cell === null) return '';
  const text = String(cell);
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that `guarded` was given. */
export function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
