import { CsvFault, type CsvRow, readTable } from './csv-table.ts';
import type { Findings } from './finding.ts';
import { readPence } from './whole-pence.ts';

export const accountsFile = 'ledger/accounts.csv';
export const transfersFile = 'ledger/transfers.csv';

export const accountHeadings = ['account', 'award', 'book', 'kind', 'subject', 'nature', 'label', 'balance_pence', 'min_pence'] as const;
const entryHeadings = [
  'neighbourhood',
  'seq',
  'entry',
  'kind',
  'happened_on',
  'recorded_at',
  'reverses',
  'decision',
  'payment',
  'posted_by',
  'memo_commitment',
  'memo_salt',
  'memo',
] as const;
export const transferHeadings = [...entryHeadings, 'line', 'from', 'to', 'pence', 'prev_hash', 'hash'] as const;
const sharedByEntry = [...entryHeadings, 'prev_hash', 'hash'] as const;

export interface Account {
  readonly line: number;
  readonly id: string;
  readonly award: string;
  readonly book: string;
  readonly kind: string;
  readonly subject: string;
  readonly balance: number;
}

export interface Transfer {
  readonly line: number;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly pence: number;
}

/** An entry as its rows in the CSV tell it. `cells` are those of its first row; an absent value is an empty text. */
export interface Entry {
  readonly line: number;
  readonly seq: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly transfers: readonly Transfer[];
}

export interface Ledger {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly accountRows: readonly CsvRow[];
  readonly entries: readonly Entry[];
}

/** The rows of a published CSV file, or none and a finding where it is missing or broken. */
export function tableOf(files: ReadonlyMap<string, string>, about: { file: string; headings: readonly string[] }, findings: Findings) {
  const text = files.get(about.file);
  if (text === undefined) {
    findings.add({ file: about.file }, 'is not there');
    return null;
  }
  try {
    return readTable(text, about.headings);
  } catch (fault) {
    if (!(fault instanceof CsvFault)) throw fault;
    findings.add({ file: about.file, row: fault.line }, fault.message);
    return null;
  }
}

/** Reads accounts and entries from the CSV files. Null, with findings, where they cannot be read as a ledger at all. */
export function readLedger(files: ReadonlyMap<string, string>, findings: Findings): Ledger | null {
  const accountRows = tableOf(files, { file: accountsFile, headings: accountHeadings }, findings);
  const rows = tableOf(files, { file: transfersFile, headings: transferHeadings }, findings);
  if (!accountRows || !rows) return null;
  const accounts = new Map<string, Account>();
  for (const row of accountRows) {
    const account = accountFrom(row, findings);
    if (accounts.has(account.id)) findings.add({ file: accountsFile, row: row.line, field: 'account' }, 'stands twice');
    accounts.set(account.id, account);
  }
  return { accounts, accountRows, entries: entriesFrom(rows, findings) };
}

function accountFrom({ line, cells }: CsvRow, findings: Findings): Account {
  const balance = readPence(cells.balance_pence ?? '');
  if (balance === null) findings.add({ file: accountsFile, row: line, field: 'balance_pence' }, 'is not a sum in whole pence');
  const { account: id = '', award = '', book = '', kind = '', subject = '' } = cells;
  return { line, id, award, book, kind, subject, balance: balance ?? 0 };
}

function entriesFrom(rows: readonly CsvRow[], findings: Findings): readonly Entry[] {
  const entries: (Entry & { readonly transfers: Transfer[] })[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    if (last && last.cells.seq === row.cells.seq) {
      const differs = sharedByEntry.find((heading) => last.cells[heading] !== row.cells[heading]);
      if (differs) findings.add({ file: transfersFile, row: row.line, field: differs }, `is not the same as on the entry's first row`);
      last.transfers.push(transferFrom(row, findings));
      continue;
    }
    const seq = readPence(row.cells.seq ?? '');
    if (seq !== entries.length + 1) findings.add({ file: transfersFile, row: row.line, field: 'seq' }, `should be ${entries.length + 1}`);
    entries.push({ line: row.line, seq: seq ?? entries.length + 1, cells: row.cells, transfers: [transferFrom(row, findings)] });
  }
  for (const entry of entries) checkNumbers(entry, findings);
  return entries;
}

function transferFrom({ line, cells }: CsvRow, findings: Findings): Transfer {
  const pence = readPence(cells.pence ?? '');
  if (pence === null || pence <= 0)
    findings.add({ file: transfersFile, row: line, field: 'pence' }, 'is not a sum above zero in whole pence');
  return { line, number: readPence(cells.line ?? '') ?? 0, from: cells.from ?? '', to: cells.to ?? '', pence: pence ?? 0 };
}

function checkNumbers(entry: Entry, findings: Findings): void {
  const wrong = entry.transfers.find((transfer, index) => transfer.number !== index + 1);
  if (wrong) findings.add({ file: transfersFile, row: wrong.line, field: 'line' }, 'is out of order');
}
