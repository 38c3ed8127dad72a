import { decisionColumns } from './decision-files.ts';
import { accountColumns, transferColumns } from './ledger-files.ts';
import { notMatchedColumns } from './not-yet-matched.ts';
import { resultColumns } from './round-files.ts';
import { transparencyColumns } from './transparency-code.ts';

interface Described {
  readonly heading: string;
  readonly meaning: string;
}

const tables: Readonly<Record<string, readonly Described[]>> = {
  'ledger/accounts.csv': accountColumns,
  'ledger/transfers.csv': transferColumns,
  'payments/transparency-code.csv': transparencyColumns,
  'payments/not-yet-matched.csv': notMatchedColumns,
  'decisions/decisions.csv': decisionColumns,
  'rounds/<vote>/result.csv': resultColumns,
};

const others: Readonly<Record<string, string>> = {
  'ledger/ledger.json': 'The ledger as one document: accounts, entries with their transfers, and the last hash.',
  'grants/360giving.json': 'Grants in the 360Giving data standard 1.4. People appear by code lists, never by name.',
  'decisions/decisions.json': 'The decisions, with the same names as the columns of the CSV.',
  'rounds/<vote>/round.json': 'A neighbourhood vote: dates, pot and counts.',
  'rounds/<vote>/result.json': 'Its count, step by step: rule, ties, what was chosen and why the rest was not.',
  'rounds/<vote>/ballots.pb': 'The ballots in the Pabulib format, sorted, without any mark of whose they are. From 30 ballots up.',
  'rounds/<vote>/bulletin/heads.json': 'The chain of the batches of receipts.',
  'rounds/<vote>/bulletin/entry-0000.txt': 'What was fixed before voting opened.',
  'rounds/<vote>/bulletin/entry-0001.txt': 'A batch of receipts, sorted, one a line.',
};

/** What each file and column means, as it stands in `manifest.json`. */
export function dataDictionary() {
  const described = Object.entries(tables).map(([file, columns]) => [
    file,
    { columns: Object.fromEntries(columns.map(({ heading, meaning }) => [heading, meaning])) },
  ]);
  const texts = Object.entries(others).map(([file, meaning]) => [file, { meaning }]);
  return Object.fromEntries([...described, ...texts]);
}
