import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { PaymentState } from '@pursestrings/contracts/payments';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { hasInterest, lockPayment } from './payment-row.ts';
import { checkApprover, checkStep, type StepProblem } from './payments.rules.ts';

export type ApproveProblem =
  | StepProblem
  | { readonly code: 'payment-not-found' | 'asked-for-it-yourself' | 'has-an-interest' | 'approved-already' };

/** Agrees to a payment, in one's own name. It is approved once enough others have. */
@Injectable()
export class ApprovePayment {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, number: string) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: PaymentState }, ApproveProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'approve');
      if (!allowed.ok) return allowed;
      const fit = checkApprover(payment, { personId: actor.personId, hasInterest: await hasInterest(tx, actor.personId, payment.payeeId) });
      if (!fit.ok) return fit;
      await tx.query(`INSERT INTO payment_approval (neighbourhood_id, payment_id, person_id) VALUES ($1, $2, $3)`, [
        actor.neighbourhoodId,
        payment.id,
        actor.personId,
      ]);
      const state: PaymentState = payment.approvedBy.length + 1 >= payment.approvalsNeeded ? 'approved' : 'checked';
      await tx.query(`UPDATE payment SET state = $3 WHERE neighbourhood_id = $1 AND id = $2`, [actor.neighbourhoodId, payment.id, state]);
      await record(tx, {
        type: 'payment.approved',
        subjectId: payment.id,
        details: { number: payment.number, enough: state === 'approved' },
      });
      return ok({ state });
    });
  }
}
