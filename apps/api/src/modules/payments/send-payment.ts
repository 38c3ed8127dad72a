import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerAccounts, LedgerPosts, type PostProblem } from '../ledger/index.ts';
import { lockPayment, noteSpending } from './payment-row.ts';
import { checkStep, type StepProblem } from './payments.rules.ts';

export type SendProblem = StepProblem | PostProblem | { readonly code: 'payment-not-found' };

/** Says that the bank was told to pay: posts promised → spent and bank → paid out, together. */
@Injectable()
export class SendPayment {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
  ) {}

  /** The database looks at the approvals and at the promise once more before it writes (M4, M5). `sentOn` is not after today. */
  async run(actor: Actor, number: string, sentOn: string) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: 'sent' }, SendProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'send');
      if (!allowed.ok) return allowed;
      const accounts = await this.accounts.ofProject(tx, { id: payment.projectId, nature: payment.nature, awardId: payment.awardId });
      const posted = await this.posts.post(tx, {
        key: payment.id,
        kind: 'paid',
        happenedOn: sentOn,
        transfers: [
          { from: accounts.promised, to: accounts.spent, pence: payment.amountPence },
          { from: accounts.bank, to: accounts.paidOut, pence: payment.amountPence },
        ],
        paymentId: payment.id,
      });
      if (!posted.ok) return posted;
      await tx.query(`UPDATE payment SET state = 'sent', sent_on = $3, entry_seq = $4 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        payment.id,
        sentOn,
        posted.value.seq,
      ]);
      await noteSpending(tx, payment.commitmentId);
      await record(tx, {
        type: 'payment.sent',
        subjectId: payment.id,
        details: { number: payment.number, pence: payment.amountPence, entry: posted.value.seq },
      });
      return ok({ state: 'sent' });
    });
  }
}
