import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { lockPayment } from './payment-row.ts';
import { checkStep, type StepProblem } from './payments.rules.ts';

export type RefuseProblem = StepProblem | { readonly code: 'payment-not-found' };

/** Says no to a payment that was asked for, with a reason. The promise can be asked for again. */
@Injectable()
export class RefusePayment {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, number: string, reason: string) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: 'refused' }, RefuseProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'refuse');
      if (!allowed.ok) return allowed;
      await tx.query(`UPDATE payment SET state = 'refused', refused_reason = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        payment.id,
        reason,
      ]);
      await record(tx, { type: 'payment.refused', subjectId: payment.id, details: { number: payment.number } });
      return ok({ state: 'refused' });
    });
  }
}
