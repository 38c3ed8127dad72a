/** A row of a CSV file: the line it begins on, from 1, and its cells by heading. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Why a text is not the CSV that we publish, and on which line. */
export class CsvFault extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'CsvFault';
    this.line = line;
  }
}

/**
 * Reads CSV as this project publishes it (RFC 4180, LF), strictly: the headings must be `headings`, each row as long as they.
 * Takes away the apostrophe that guards a cell against spreadsheet formulas. Throws a `CsvFault`.
 */
export function readTable(text: string, headings: readonly string[]): readonly CsvRow[] {
  const records = readRecords(text);
  const first = records[0];
  if (first?.cells.join(',') !== headings.join(',')) throw new CsvFault(`the headings must be ${headings.join(', ')}`, 1);
  return records.slice(1).map(({ line, cells }) => {
    if (cells.length !== headings.length) throw new CsvFault(`has ${cells.length} cells instead of ${headings.length}`, line);
    return { line, cells: Object.fromEntries(headings.map((heading, index) => [heading, withoutGuard(cells[index] ?? '')])) };
  });
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function readRecords(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const begins = line;
    for (;;) {
      const cell = readCell(text, at, line);
      cells.push(cell.text);
      at = cell.end + 1;
      line += cell.text.split('\n').length - 1;
      if (text[cell.end] === ',') continue;
      break;
    }
    records.push({ line: begins, cells });
    line += 1;
  }
  return records;
}

/** The cell that begins at `at`; `end` is the place of the comma or line end behind it. */
function readCell(text: string, at: number, line: number): { text: string; end: number } {
  if (text[at] !== '"') {
    const length = text.slice(at).search(/[,\n"]/);
    if (length < 0) throw new CsvFault('the last line is not ended', line);
    if (text[at + length] === '"') throw new CsvFault('a quotation mark stands inside a cell', line);
    return { text: text.slice(at, at + length), end: at + length };
  }
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) throw new CsvFault('a quotation is never closed', line);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  if (!/[,\n]/.test(text[end + 1] ?? '')) throw new CsvFault('a quotation ends inside a cell', line);
  return { text: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}

function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
