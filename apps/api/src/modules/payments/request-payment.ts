import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { requestPayment } from '@pursestrings/contracts/payments';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { hasInterest } from './payment-row.ts';
import { type PaymentWarning, warningsFor } from './payments.rules.ts';

export type PaymentAsked = Omit<BodyOf<typeof requestPayment>, 'formId'>;
export type RequestProblem = { readonly code: 'commitment-not-found' | 'more-than-promised' | 'has-an-interest' | 'count-needed' };

interface Commitment {
  readonly id: string;
  readonly amountPence: number;
  readonly releasedPence: number;
  readonly askedPence: number;
  readonly payeeId: string;
  readonly payeeKind: string;
}

/** Asks for a payment on a promise. Nothing moves yet. */
@Injectable()
export class RequestPayment {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** The payee is the one agreed with the promise (M4). How many must approve is frozen by the database from our rules (M5). */
  async run(actor: Actor, input: PaymentAsked) {
    return await this.transactions.run(
      actor,
      async (tx): Promise<Result<{ number: number; warnings: PaymentWarning[] }, RequestProblem>> => {
        const commitment = await lockCommitment(tx, input.commitmentId);
        if (!commitment) return problem({ code: 'commitment-not-found' });
        if (commitment.askedPence + input.amountPence > commitment.amountPence - commitment.releasedPence)
          return problem({ code: 'more-than-promised' });
        if (await hasInterest(tx, actor.personId, commitment.payeeId)) return problem({ code: 'has-an-interest' });
        const isBatch = commitment.payeeKind === 'household' || commitment.payeeKind === 'wages';
        if (isBatch && input.peopleCount === undefined) return problem({ code: 'count-needed' });
        const facts = await factsFor(tx, commitment, input);
        const payment = await writePayment(tx, commitment, input);
        await record(tx, {
          type: 'payment.requested',
          subjectId: payment.id,
          details: { number: payment.number, pence: input.amountPence },
        });
        return ok({
          number: payment.number,
          warnings: warningsFor({ ...facts, amountPence: input.amountPence, limitPence: payment.limitPence }),
        });
      },
    );
  }
}

async function lockCommitment(tx: Tx, id: string): Promise<Commitment | null> {
  const locked = await tx.one(`SELECT id FROM commitment WHERE neighbourhood_id = $1 AND id = $2 AND state <> 'released' FOR UPDATE`, [
    tx.actor.neighbourhoodId,
    id,
  ]);
  if (!locked) return null;
  return await tx.one<Commitment>(
    `SELECT c.id, c.amount_pence AS "amountPence", c.released_pence AS "releasedPence", c.recipient_id AS "payeeId", r.kind AS "payeeKind",
       coalesce((SELECT sum(y.amount_pence - y.refunded_pence) FROM payment y WHERE y.neighbourhood_id = $1 AND y.commitment_id = c.id
         AND y.state NOT IN ('refused', 'returned', 'reversed')), 0)::bigint AS "askedPence"
     FROM commitment c JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = c.recipient_id WHERE c.neighbourhood_id = $1 AND c.id = $2`,
    [tx.actor.neighbourhoodId, id],
  );
}

async function factsFor(
  tx: Tx,
  commitment: Commitment,
  input: PaymentAsked,
): Promise<{ invoiceNumberKnown: boolean; payeePaidBefore: boolean }> {
  const facts = await tx.one<{ invoiceNumberKnown: boolean; payeePaidBefore: boolean }>(
    `SELECT EXISTS (SELECT FROM payment y WHERE y.neighbourhood_id = $1 AND y.payee_id = $2 AND y.invoice_number = $3 AND y.state <> 'refused') AS "invoiceNumberKnown",
       EXISTS (SELECT FROM payment y WHERE y.neighbourhood_id = $1 AND y.payee_id = $2 AND y.state IN ('sent', 'matched')) AS "payeePaidBefore"`,
    [tx.actor.neighbourhoodId, commitment.payeeId, input.invoiceNumber ?? null],
  );
  return facts ?? { invoiceNumberKnown: false, payeePaidBefore: false };
}

async function writePayment(
  tx: Tx,
  commitment: Commitment,
  input: PaymentAsked,
): Promise<{ id: string; number: number; limitPence: number }> {
  // Numbers count up without gaps in a place: one request at a time takes the next.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('payment ' || $1, 0))`, [tx.actor.neighbourhoodId]);
  const written = await tx.one<{ id: string; number: number; limitPence: number }>(
    `INSERT INTO payment (neighbourhood_id, id, number, commitment_id, payee_id, amount_pence, purpose, invoice_number, people_count, state, requested_by, approvals_needed)
     VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM payment WHERE neighbourhood_id = $1), $3, $4, $5, $6, $7, $8, 'requested', $9, 2)
     RETURNING id, number, second_approval_above_pence AS "limitPence"`,
    [
      tx.actor.neighbourhoodId,
      newId<'payment'>(),
      commitment.id,
      commitment.payeeId,
      input.amountPence,
      input.purpose,
      input.invoiceNumber ?? null,
      input.peopleCount ?? null,
      tx.actor.personId,
    ],
  );
  if (!written) throw new Error('An insert always answers its row.');
  return written;
}
