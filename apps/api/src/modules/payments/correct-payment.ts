import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerPosts, type PostProblem } from '../ledger/index.ts';
import { lockPayment, noteSpending } from './payment-row.ts';
import { checkStep, type StepProblem } from './payments.rules.ts';

export type CorrectProblem = StepProblem | PostProblem | { readonly code: 'payment-not-found' };

/** Takes a payment back by a linked reversal, in public: both entries and the reason stay to be seen (M8, P1). */
@Injectable()
export class CorrectPayment {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
  ) {}

  async run(actor: Actor, number: string, correction: { readonly happenedOn: string; readonly reason: string }) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: 'reversed' }, CorrectProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'correct');
      if (!allowed.ok) return allowed;
      if (payment.paidEntryId === null) throw new Error('A payment that was sent has its entry.');
      const posted = await this.posts.reverse(tx, { reverses: payment.paidEntryId, ...correction });
      if (!posted.ok) return posted;
      await tx.query(`UPDATE payment SET state = 'reversed', correction_note = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        payment.id,
        correction.reason,
      ]);
      await noteSpending(tx, payment.commitmentId);
      await record(tx, {
        type: 'correction.published',
        subjectId: payment.id,
        details: { number: payment.number, entry: posted.value.seq },
      });
      return ok({ state: 'reversed' });
    });
  }
}
