import { decimalPounds } from '@pursestrings/basics/money';
import { type Column, writeCsv } from './csv.ts';
import { payeeInPublic } from './payee-in-public.ts';
import type { PlaceRecord, SpendRecord } from './records.ts';

interface SpendRow {
  readonly place: PlaceRecord;
  readonly spend: SpendRecord;
}

/**
 * Spending as the Local Government Transparency Code 2015 (England) asks for it. The Code's own words stand in the headings.
 * Two columns of ours come last: the tag for grants, and the ledger entry that the sum can be found in.
 */
export const transparencyColumns: readonly Column<SpendRow>[] = [
  { heading: 'Body Name', meaning: 'Who looks after the money.', cell: (row) => row.place.fundHolder.name },
  { heading: 'Date', meaning: 'Day it was paid, DD/MM/YYYY.', cell: (row) => ukDate(row.spend.paidOn) },
  { heading: 'Department', meaning: 'Neighbourhood and theme.', cell: (row) => `${row.place.name}: ${row.spend.theme}` },
  { heading: 'Beneficiary', meaning: "Who got it; a person is 'an individual'.", cell: (row) => payeeInPublic(row.spend.payee) },
  { heading: 'Registration Number', meaning: 'Company or charity number.', cell: (row) => registrationOf(row.spend) },
  { heading: 'Purpose', meaning: 'What it was for.', cell: (row) => row.spend.purpose },
  { heading: 'Transaction Number', meaning: 'Our number of the payment.', cell: (row) => row.spend.number },
  {
    heading: 'Net Amount',
    meaning: 'Pounds without recoverable VAT; below zero for money back.',
    cell: (row) => decimalPounds(row.spend.netPence),
  },
  { heading: 'Irrecoverable VAT', meaning: 'VAT that cannot be got back, pounds.', cell: (row) => decimalPounds(row.spend.vatPence) },
  { heading: 'Category', meaning: 'Kind of spending.', cell: (row) => row.spend.category },
  {
    heading: 'Grant',
    meaning: 'Yes for a grant to a voluntary, community or social enterprise group.',
    cell: (row) => (row.spend.isGrant ? 'Yes' : 'No'),
  },
  { heading: 'Ledger Entry', meaning: 'Number of the ledger entry.', cell: (row) => row.spend.ledgerSeq },
];

/** `payments/transparency-code.csv`: every payment that has been matched to the bank, no smallest sum. */
export function transparencyCsv(place: PlaceRecord, spending: readonly SpendRecord[]): string {
  return writeCsv(
    transparencyColumns,
    spending.map((spend) => ({ place, spend })),
  );
}

/** A day as the Code writes it: '2026-06-02' is '02/06/2026'. */
export function ukDate(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

function registrationOf(spend: SpendRecord): string | null {
  return spend.payee.kind === 'organisation' ? spend.payee.organisation.registration : null;
}
