import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { lockPayment } from './payment-row.ts';
import { checkStep, type StepProblem } from './payments.rules.ts';

export type MatchProblem = StepProblem | { readonly code: 'payment-not-found' | 'line-matched-already' | 'not-yet-sent-then' };

/** Says on which line of the bank's statement a payment was seen. Posts nothing: it only lets the payment be published. */
@Injectable()
export class MatchPayment {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** A line matches one payment; the database keeps that too. */
  async run(actor: Actor, number: string, seen: { readonly statementDate: string; readonly statementLine: string }) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: 'matched' }, MatchProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'match');
      if (!allowed.ok) return allowed;
      if (payment.sentOn !== null && seen.statementDate < payment.sentOn) return problem({ code: 'not-yet-sent-then' });
      const taken = await tx.one(
        `SELECT 1 FROM payment WHERE neighbourhood_id = $1 AND statement_date = $2 AND statement_line = $3 AND state = 'matched'`,
        [actor.neighbourhoodId, seen.statementDate, seen.statementLine],
      );
      if (taken) return problem({ code: 'line-matched-already' });
      await tx.query(
        `UPDATE payment SET state = 'matched', statement_date = $3, statement_line = $4, matched_by = $5 WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, payment.id, seen.statementDate, seen.statementLine, actor.personId],
      );
      await record(tx, { type: 'payment.matched', subjectId: payment.id, details: { number: payment.number } });
      return ok({ state: 'matched' });
    });
  }
}
