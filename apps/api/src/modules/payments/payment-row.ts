import type { AwardId, CommitmentId, LedgerAccountId, LedgerEntryId, PaymentId, ProjectId } from '@pursestrings/basics/ids';
import type { Pence } from '@pursestrings/basics/money';
import type { PaymentState } from '@pursestrings/contracts/payments';
import type { Tx } from '../../platform/database/transactions.ts';
import type { Nature } from '../ledger/index.ts';

/** A payment with its promise, locked until the end of the transaction. */
export interface LockedPayment {
  readonly id: PaymentId;
  readonly number: number;
  readonly state: PaymentState;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly payeeKind: string;
  readonly amountPence: Pence;
  readonly refundedPence: Pence;
  readonly requestedBy: string;
  readonly approvalsNeeded: number;
  readonly approvedBy: readonly string[];
  readonly sentOn: string | null;
  readonly publishedAt: string | null;
  readonly commitmentId: CommitmentId;
  readonly awardId: AwardId;
  readonly projectId: ProjectId;
  readonly nature: Nature;
  readonly promisedAccountId: LedgerAccountId;
  readonly paidEntryId: LedgerEntryId | null;
}

/** Locks the payment of that number in the neighbourhood of `tx`; null when there is none. */
export async function lockPayment(tx: Tx, number: string): Promise<LockedPayment | null> {
  return await tx.one<LockedPayment>(
    `SELECT y.id, y.number, y.state, y.payee_id AS "payeeId", r.name AS "payeeName", r.kind AS "payeeKind", y.amount_pence AS "amountPence",
       y.refunded_pence AS "refundedPence", y.requested_by AS "requestedBy", y.approvals_needed AS "approvalsNeeded",
       ARRAY(SELECT a.person_id FROM payment_approval a WHERE a.neighbourhood_id = y.neighbourhood_id AND a.payment_id = y.id) AS "approvedBy",
       y.sent_on AS "sentOn", y.published_at AS "publishedAt", c.id AS "commitmentId", c.award_id AS "awardId", c.project_id AS "projectId",
       p.nature, c.account_id AS "promisedAccountId", e.id AS "paidEntryId"
     FROM payment y JOIN commitment c ON c.neighbourhood_id = y.neighbourhood_id AND c.id = y.commitment_id
     JOIN project p ON p.neighbourhood_id = y.neighbourhood_id AND p.id = c.project_id
     JOIN recipient r ON r.neighbourhood_id = y.neighbourhood_id AND r.id = y.payee_id
     LEFT JOIN ledger.entry e ON e.neighbourhood_id = y.neighbourhood_id AND e.seq = y.entry_seq
     WHERE y.neighbourhood_id = $1 AND y.number = $2 FOR UPDATE OF y`,
    [tx.actor.neighbourhoodId, Number(number)],
  );
}

/** Sets a promise's state from what has been paid on it: open, part spent, spent. */
export async function noteSpending(tx: Tx, commitmentId: CommitmentId): Promise<void> {
  await tx.query(
    `UPDATE commitment c SET state = CASE WHEN s.paid = 0 THEN 'open' WHEN s.paid + c.released_pence >= c.amount_pence THEN 'spent' ELSE 'part_spent' END
     FROM (SELECT coalesce(sum(y.amount_pence - y.refunded_pence), 0) AS paid FROM payment y
       WHERE y.neighbourhood_id = $1 AND y.commitment_id = $2 AND y.state IN ('sent', 'matched')) s
     WHERE c.neighbourhood_id = $1 AND c.id = $2`,
    [tx.actor.neighbourhoodId, commitmentId],
  );
}

/** Whether a person has a declared interest in a payee (M5). */
export async function hasInterest(tx: Tx, personId: string | null, payeeId: string): Promise<boolean> {
  const row = await tx.one<{ n: number }>(`SELECT cardinality(ledger.people_with_interest($1, ARRAY[$2::uuid])) AS n`, [payeeId, personId]);
  return (row?.n ?? 0) > 0;
}
