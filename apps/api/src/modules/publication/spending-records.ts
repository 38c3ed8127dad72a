import { type Pence, pence } from '@pursestrings/basics/money';
import type { NotYetMatchedRecord } from '@pursestrings/open-data/not-yet-matched';
import type { SpendRecord } from '@pursestrings/open-data/records';
import type { Tx } from '../../platform/database/transactions.ts';
import { payeeOf } from '../payments/index.ts';

/** A spending entry of the ledger with what is known of its payment. */
interface SpendRow {
  readonly seq: number;
  readonly kind: 'paid' | 'refund' | 'reversal' | 'past';
  readonly day: string;
  readonly pence: number;
  readonly projectId: string;
  readonly projectTitle: string;
  readonly theme: string;
  readonly nature: 'capital' | 'revenue';
  readonly number: string | null;
  readonly isPublic: boolean;
  readonly purpose: string | null;
  readonly category: string | null;
  readonly isGrant: boolean | null;
  readonly vatPence: number | null;
  readonly payeeName: string | null;
  readonly payeeKind: string | null;
  readonly registrationNumber: string | null;
  readonly peopleCount: number | null;
}

/** A record of the file, with the project it was spent on. */
export interface SpendOfProject {
  readonly projectId: string;
  readonly spend: SpendRecord;
}

export interface Spending {
  readonly matched: readonly SpendOfProject[];
  readonly notYetMatched: readonly NotYetMatchedRecord[];
}

/** Every entry that moved money to or from `spent`: published with its payment, or as a sum that is not matched yet. */
export async function spendingRecords(tx: Tx): Promise<Spending> {
  const rows = await tx.query<SpendRow>(spendingSql, [tx.actor.neighbourhoodId]);
  const shown = rows.filter((row) => row.isPublic && row.purpose !== null && row.number !== null);
  const waiting = rows.filter((row) => !shown.includes(row));
  return {
    matched: shown.map((row) => ({ projectId: row.projectId, spend: spendOf(row) })),
    notYetMatched: waiting.map((row) => ({ ledgerSeq: row.seq, amountPence: pence(row.pence) })),
  };
}

function spendOf(row: SpendRow): SpendRecord {
  const vatPence = pence(row.kind === 'past' ? (row.vatPence ?? 0) : 0);
  const registration = row.registrationNumber;
  return {
    number: numberOf(row),
    ledgerSeq: row.seq,
    paidOn: row.day,
    theme: row.theme,
    payee: payeeOf({
      kind: row.payeeKind ?? 'individual',
      name: row.payeeName ?? '',
      registrationNumber: registration,
      projectTitle: row.projectTitle,
      peopleCount: row.peopleCount,
    }),
    purpose: `${{ paid: '', past: '', refund: 'Money back: ', reversal: 'Taken back: ' }[row.kind]}${row.purpose}`,
    netPence: pence(row.pence - vatPence) satisfies Pence,
    vatPence,
    category: row.category ?? (row.nature === 'capital' ? 'One-off' : 'Running costs'),
    isGrant: row.isGrant ?? isCharityNumber(registration),
  };
}

/** A number that is the row's own: money back and corrections name the payment that they belong to. */
function numberOf(row: SpendRow): string {
  if (row.kind === 'refund') return `${row.number}-R${row.seq}`;
  return row.kind === 'reversal' ? `${row.number}-T${row.seq}` : `${row.number}`;
}

/** Whether a registration number is a charity's in England and Wales: six or seven digits. */
export function isCharityNumber(registration: string | null): boolean {
  return registration !== null && /^\d{6,7}$/.test(registration);
}

const spendingSql = `
  SELECT e.seq, e.kind, e.happened_on AS day, s.pence, p.id AS "projectId", p.title AS "projectTitle", coalesce(p.theme, p.title) AS theme, p.nature,
    coalesce('PS-' || y.number, b.number) AS number, (y.published_at IS NOT NULL OR b.id IS NOT NULL) AS "isPublic",
    coalesce(y.public_purpose, b.purpose) AS purpose, b.category, b.is_grant AS "isGrant", b.vat_pence AS "vatPence",
    r.name AS "payeeName", r.kind AS "payeeKind", r.registration_number AS "registrationNumber", y.people_count AS "peopleCount"
  FROM ledger.entry e
  CROSS JOIN LATERAL (
    SELECT sum(CASE WHEN o.kind = 'spent' THEN t.amount_pence ELSE -t.amount_pence END)::bigint AS pence,
      (array_agg(CASE WHEN o.kind = 'spent' THEN o.subject_id ELSE f.subject_id END))[1] AS project
    FROM ledger.transfer t JOIN ledger.account f ON f.neighbourhood_id = $1 AND f.id = t.from_account
    JOIN ledger.account o ON o.neighbourhood_id = $1 AND o.id = t.to_account
    WHERE t.neighbourhood_id = $1 AND t.entry_seq = e.seq AND (f.kind = 'spent') <> (o.kind = 'spent')) s
  JOIN project p ON p.neighbourhood_id = $1 AND p.id = s.project
  LEFT JOIN ledger.entry u ON u.neighbourhood_id = $1 AND u.id = e.reverses
  LEFT JOIN payment y ON y.neighbourhood_id = $1 AND y.id = coalesce(e.payment_id, u.payment_id)
  LEFT JOIN past_payment b ON b.neighbourhood_id = $1 AND b.entry_seq = coalesce(u.seq, e.seq) AND y.id IS NULL
  LEFT JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = coalesce(y.payee_id, b.recipient_id)
  WHERE e.neighbourhood_id = $1 ORDER BY e.seq`;
