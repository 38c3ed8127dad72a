import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readBooks, readPayment, readSpendingChoices } from '@pursestrings/contracts/payments';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { payeeWords } from './payee.view.ts';
import { checkStep, type PaymentStep } from './payments.rules.ts';

type PaymentPage = ResponseOf<typeof readPayment>;
type Books = NonNullable<PaymentPage['books']>;

interface PaymentRow {
  readonly payment: Omit<PaymentPage['payment'], 'payee' | 'purpose'> & { readonly publicPurpose: string | null };
  readonly books: Omit<Books, 'may'>;
  readonly peopleCount: number | null;
  readonly requestedById: string;
  readonly approvedByIds: readonly string[];
  readonly interest: boolean;
}

/** Offices that read the books. */
const bookReaders = ['treasurer', 'chair', 'worker', 'member'] as const;

/** What pages show of payments: one statement each. */
@Injectable()
export class PaymentsReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** The books: open promises with what is left of them, payments newest first, and what lies in the bank of each award. */
  async books(actor: Actor): Promise<ResponseOf<typeof readBooks>> {
    const row = await this.transactions.read(actor, (tx) => tx.one<ResponseOf<typeof readBooks>>(booksStatement, [actor.neighbourhoodId]));
    if (!row) throw new Error('The statement always answers one row.');
    return row;
  }

  /** Recipients, accounts that money can be promised from, and projects that go on. */
  async choices(actor: Actor): Promise<ResponseOf<typeof readSpendingChoices>> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<ResponseOf<typeof readSpendingChoices>>(choicesStatement, [actor.neighbourhoodId]),
    );
    if (!row) throw new Error('The statement always answers one row.');
    return row;
  }

  /** A payment by its number: for everyone once it is published, before that for those who keep the books. Null otherwise. */
  async one(actor: Actor, number: string): Promise<PaymentPage | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<PaymentRow>(paymentStatement, [actor.neighbourhoodId, Number(number), actor.personId]),
    );
    const readsBooks = bookReaders.some((role) => actor.roles.has(role));
    if (!row || (row.payment.publishedAt === null && !readsBooks)) return null;
    const { publicPurpose, ...payment } = row.payment;
    const payee = payeeWords({
      kind: row.books.payeeKind,
      name: row.books.payeeName,
      projectTitle: payment.project.title,
      peopleCount: row.peopleCount,
    });
    return {
      payment: { ...payment, payee, purpose: publicPurpose ?? row.books.purpose },
      books: readsBooks ? { ...row.books, may: whatMay(actor, row) } : null,
    };
  }
}

/** The steps that this person may take with the payment now. */
function whatMay(actor: Actor, row: PaymentRow): PaymentStep[] {
  const can = (step: PaymentStep) => checkStep(row.payment, step).ok;
  const is = (...roles: readonly ('treasurer' | 'chair' | 'worker')[]) => roles.some((role) => actor.roles.has(role));
  const mayApprove = actor.personId !== row.requestedById && !row.approvedByIds.includes(actor.personId ?? '') && !row.interest;
  const steps: readonly (readonly [PaymentStep, boolean])[] = [
    ['approve', is('treasurer', 'chair') && mayApprove],
    ['refuse', is('treasurer', 'chair')],
    ['send', is('treasurer')],
    ['match', is('treasurer')],
    ['publish', is('treasurer', 'chair', 'worker')],
    ['refund', is('treasurer')],
    ['correct', is('treasurer')],
  ];
  return steps.filter(([step, mine]) => mine && can(step)).map(([step]) => step);
}

const booksStatement = `SELECT
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."projectTitle", s.id), '[]') FROM (
    SELECT c.id, p.title AS "projectTitle", p.slug AS "projectSlug", r.name AS "payeeName", r.kind AS "payeeKind",
      jsonb_build_object('slug', d.slug, 'title', d.title) AS decision, c.amount_pence AS "amountPence",
      c.amount_pence - c.released_pence - coalesce((SELECT sum(y.amount_pence - y.refunded_pence) FROM payment y WHERE y.neighbourhood_id = $1
        AND y.commitment_id = c.id AND y.state NOT IN ('refused', 'returned', 'reversed')), 0) AS "leftPence"
    FROM commitment c JOIN project p ON p.neighbourhood_id = $1 AND p.id = c.project_id
    JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = c.recipient_id JOIN decision d ON d.neighbourhood_id = $1 AND d.id = c.decision_id
    WHERE c.neighbourhood_id = $1 AND c.state IN ('open', 'part_spent')) s) AS commitments,
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.number DESC), '[]') FROM (
    SELECT y.number, y.state, p.title AS "projectTitle", r.name AS "payeeName", y.amount_pence AS "amountPence", y.purpose,
      (SELECT count(*) FROM payment_approval a WHERE a.neighbourhood_id = $1 AND a.payment_id = y.id) AS approvals,
      y.approvals_needed AS "approvalsNeeded", y.requested_at AS "requestedAt", y.sent_on AS "sentOn", y.published_at IS NOT NULL AS published
    FROM payment y JOIN commitment c ON c.neighbourhood_id = $1 AND c.id = y.commitment_id
    JOIN project p ON p.neighbourhood_id = $1 AND p.id = c.project_id JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = y.payee_id
    WHERE y.neighbourhood_id = $1 ORDER BY y.number DESC LIMIT 200) s) AS payments,
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.name, s.id), '[]') FROM (
    SELECT w.id, w.name, w.amount_pence AS "amountPence",
      coalesce((SELECT -a.balance_pence FROM ledger.account a WHERE a.neighbourhood_id = $1 AND a.award_id = w.id AND a.kind = 'drawn_from_funder'), 0) AS "drawnPence",
      coalesce((SELECT a.balance_pence FROM ledger.account a WHERE a.neighbourhood_id = $1 AND a.award_id = w.id AND a.kind = 'bank'), 0) AS "bankPence"
    FROM award w WHERE w.neighbourhood_id = $1) s) AS awards`;

const choicesStatement = `SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind) ORDER BY r.name, r.id), '[]')
    FROM recipient r WHERE r.neighbourhood_id = $1) AS recipients,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', coalesce(a.name, w.name), 'kind', a.kind, 'awardName', w.name, 'balancePence', a.balance_pence)
      ORDER BY a.kind DESC, a.name, a.id), '[]')
    FROM ledger.account a JOIN award w ON w.neighbourhood_id = $1 AND w.id = a.award_id
    WHERE a.neighbourhood_id = $1 AND a.kind IN ('unallocated', 'set_aside') AND a.balance_pence > 0) AS accounts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) ORDER BY p.title, p.id), '[]')
    FROM project p WHERE p.neighbourhood_id = $1 AND p.state NOT IN ('closed', 'cancelled')) AS projects`;

const paymentStatement = `SELECT
  jsonb_build_object('number', y.number, 'state', y.state, 'amountPence', y.amount_pence, 'refundedPence', y.refunded_pence,
    'publicPurpose', y.public_purpose, 'sentOn', y.sent_on, 'publishedAt', y.published_at, 'entrySeq', y.entry_seq,
    'project', jsonb_build_object('slug', p.slug, 'title', p.title),
    'decision', jsonb_build_object('slug', d.slug, 'title', d.title, 'decidedOn', d.decided_on, 'votesFor', d.votes_for, 'votesAgainst', d.votes_against, 'abstained', d.abstained),
    'approvals', (SELECT count(*) FROM payment_approval a WHERE a.neighbourhood_id = $1 AND a.payment_id = y.id),
    'correctionNote', y.correction_note,
    'refunds', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'happenedOn', e.happened_on, 'amountPence', t.amount_pence, 'reason', m.words) ORDER BY e.seq), '[]')
      FROM ledger.entry e JOIN ledger.transfer t ON t.neighbourhood_id = $1 AND t.entry_seq = e.seq AND t.book = 'budget'
      LEFT JOIN ledger.memo m ON m.neighbourhood_id = $1 AND m.entry_seq = e.seq
      WHERE e.neighbourhood_id = $1 AND e.payment_id = y.id AND e.kind = 'refund')) AS payment,
  jsonb_build_object('payeeName', r.name, 'payeeKind', r.kind, 'purpose', y.purpose, 'invoiceNumber', y.invoice_number, 'requestedBy', asker.name,
    'requestedAt', y.requested_at, 'approvedBy', (SELECT coalesce(jsonb_agg(n.name ORDER BY a.at), '[]') FROM payment_approval a
      JOIN person n ON n.neighbourhood_id = $1 AND n.id = a.person_id WHERE a.neighbourhood_id = $1 AND a.payment_id = y.id),
    'approvalsNeeded', y.approvals_needed, 'limitPence', y.second_approval_above_pence, 'refusedReason', y.refused_reason,
    'statementDate', y.statement_date, 'statementLine', y.statement_line) AS books,
  y.people_count AS "peopleCount", y.requested_by AS "requestedById",
  ARRAY(SELECT a.person_id FROM payment_approval a WHERE a.neighbourhood_id = $1 AND a.payment_id = y.id) AS "approvedByIds",
  cardinality(ledger.people_with_interest(y.payee_id, ARRAY[$3::uuid])) > 0 AS interest
  FROM payment y JOIN commitment c ON c.neighbourhood_id = $1 AND c.id = y.commitment_id
  JOIN project p ON p.neighbourhood_id = $1 AND p.id = c.project_id JOIN decision d ON d.neighbourhood_id = $1 AND d.id = c.decision_id
  JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = y.payee_id JOIN person asker ON asker.neighbourhood_id = $1 AND asker.id = y.requested_by
  WHERE y.neighbourhood_id = $1 AND y.number = $2`;
