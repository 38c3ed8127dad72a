import type { Pence } from '@pursestrings/basics/money';
import { type Column, writeCsv } from './csv.ts';

/** A payment that stands in the ledger and has not been found in the bank's statement yet; it is published in full once it has. */
export interface NotYetMatchedRecord {
  readonly ledgerSeq: number;
  /** Signed, as in the Transparency Code file. */
  readonly amountPence: Pence;
}

export const notMatchedColumns: readonly Column<NotYetMatchedRecord>[] = [
  { heading: 'ledger_entry', meaning: 'Number of the ledger entry.', cell: (row) => row.ledgerSeq },
  { heading: 'pence', meaning: 'Sum in whole pence; below zero for money back.', cell: (row) => row.amountPence },
];

/** `payments/not-yet-matched.csv`: so that every payment of the ledger stands in one of the two files. */
export function notMatchedCsv(rows: readonly NotYetMatchedRecord[]): string {
  return writeCsv(notMatchedColumns, rows);
}
