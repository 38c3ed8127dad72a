import type { CsvRow } from './csv-table.ts';
import type { Findings } from './finding.ts';
import { type Ledger, tableOf, transfersFile } from './read-ledger.ts';
import { totalSpent } from './spending.ts';
import { inPounds, readPence, readPounds } from './whole-pence.ts';

export const spendingFile = 'payments/transparency-code.csv';
export const waitingFile = 'payments/not-yet-matched.csv';

const spendingHeadings = [
  'Body Name',
  'Date',
  'Department',
  'Beneficiary',
  'Registration Number',
  'Purpose',
  'Transaction Number',
  'Net Amount',
  'Irrecoverable VAT',
  'Category',
  'Grant',
  'Ledger Entry',
];

/** The sums that one file tells for a ledger entry, and the line of its first row. */
interface Told {
  readonly line: number;
  readonly pence: number;
}

/**
 * Compares published payments with the ledger: each payment of the ledger stands, with its whole sum and on its day, either in the
 * Transparency Code file or among those not yet matched. Gives the numbers of the entries that are matched.
 */
export function checkSpending(ledger: Ledger, files: ReadonlyMap<string, string>, findings: Findings): ReadonlySet<number> {
  const spending = tableOf(files, { file: spendingFile, headings: spendingHeadings }, findings);
  const waiting = tableOf(files, { file: waitingFile, headings: ['ledger_entry', 'pence'] }, findings);
  if (!spending || !waiting) return new Set();
  checkRows(spending, ledger, findings);
  const told = sumsOf(spending, { file: spendingFile, heading: 'Ledger Entry' }, findings);
  const toldWaiting = sumsOf(waiting, { file: waitingFile, heading: 'ledger_entry' }, findings);
  compareWithLedger(ledger, { file: spendingFile, field: 'Net Amount', told }, findings);
  compareWithLedger(ledger, { file: waitingFile, field: 'pence', told: toldWaiting }, findings);
  for (const entry of ledger.entries) {
    if (totalSpent(entry, ledger) === null) continue;
    const times = Number(told.has(entry.seq)) + Number(toldWaiting.has(entry.seq));
    const what =
      times === 0
        ? `is published nowhere: it is neither in ${spendingFile} nor in ${waitingFile}`
        : 'is published twice, as matched and as not yet matched';
    if (times !== 1) findings.add({ file: transfersFile, row: entry.line, field: 'seq' }, `the payment in entry ${entry.seq} ${what}`);
  }
  return new Set(told.keys());
}

function checkRows(rows: readonly CsvRow[], ledger: Ledger, findings: Findings): void {
  const numbers = new Set<string>();
  for (const { line, cells } of rows) {
    const at = (field: string) => ({ file: spendingFile, row: line, field });
    for (const heading of ['Body Name', 'Department', 'Beneficiary', 'Purpose', 'Transaction Number', 'Category']) {
      if (cells[heading] === '') findings.add(at(heading), 'is empty');
    }
    if (!['Yes', 'No'].includes(cells.Grant ?? '')) findings.add(at('Grant'), 'must be Yes or No');
    const number = cells['Transaction Number'] ?? '';
    if (numbers.has(number)) findings.add(at('Transaction Number'), `${number} stands twice`);
    numbers.add(number);
    const happenedOn = ledger.entries[Number(cells['Ledger Entry']) - 1]?.cells.happened_on ?? '';
    if (cells.Date !== happenedOn.split('-').toReversed().join('/'))
      findings.add(at('Date'), `is not the day of the ledger entry, ${happenedOn}`);
  }
}

function sumsOf(rows: readonly CsvRow[], about: { file: string; heading: string }, findings: Findings): ReadonlyMap<number, Told> {
  const sums = new Map<number, Told>();
  for (const { line, cells } of rows) {
    const seq = readPence(cells[about.heading] ?? '');
    const parts =
      about.file === waitingFile
        ? [readPence(cells.pence ?? '')]
        : [readPounds(cells['Net Amount'] ?? ''), readPounds(cells['Irrecoverable VAT'] ?? '')];
    if (seq === null) findings.add({ file: about.file, row: line, field: about.heading }, 'is not a number of a ledger entry');
    if (parts.includes(null)) findings.add({ file: about.file, row: line }, 'has a sum that is not in pounds and pence');
    const before = sums.get(seq ?? 0);
    sums.set(seq ?? 0, { line: before?.line ?? line, pence: parts.reduce<number>((sum, part) => sum + (part ?? 0), before?.pence ?? 0) });
  }
  return sums;
}

function compareWithLedger(
  ledger: Ledger,
  about: { file: string; field: string; told: ReadonlyMap<number, Told> },
  findings: Findings,
): void {
  for (const [seq, { line, pence }] of about.told) {
    const entry = ledger.entries[seq - 1];
    const spent = entry ? totalSpent(entry, ledger) : null;
    if (spent === pence) continue;
    const ledgerSays = spent === null ? 'has no payment' : `says ${inPounds(spent)}`;
    findings.add({ file: about.file, row: line, field: about.field }, `comes to ${inPounds(pence)}, but ledger entry ${seq} ${ledgerSays}`);
  }
}
