import { Inject, Injectable } from '@nestjs/common';
import { pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { PaymentState } from '@pursestrings/contracts/payments';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerAccounts, LedgerPosts, type PostProblem } from '../ledger/index.ts';
import { lockPayment, noteSpending } from './payment-row.ts';
import { checkStep, type StepProblem } from './payments.rules.ts';

export type RefundProblem = StepProblem | PostProblem | { readonly code: 'payment-not-found' | 'more-than-paid' };

/** Money that came back: how much, when, and why, in words for everyone. */
export interface MoneyBack {
  readonly amountPence: number;
  readonly happenedOn: string;
  readonly reason: string;
}

/** Records money paid back: spent → promised and paid out → bank, so that it can be paid again or set free. */
@Injectable()
export class RefundPayment {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
  ) {}

  async run(actor: Actor, number: string, back: MoneyBack) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: PaymentState }, RefundProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'refund');
      if (!allowed.ok) return allowed;
      if (back.amountPence > payment.amountPence - payment.refundedPence) return problem({ code: 'more-than-paid' });
      const accounts = await this.accounts.ofProject(tx, { id: payment.projectId, nature: payment.nature, awardId: payment.awardId });
      const sum = pence(back.amountPence);
      const posted = await this.posts.post(tx, {
        kind: 'refund',
        happenedOn: back.happenedOn,
        transfers: [
          { from: accounts.spent, to: accounts.promised, pence: sum },
          { from: accounts.paidOut, to: accounts.bank, pence: sum },
        ],
        memo: back.reason,
        paymentId: payment.id,
      });
      if (!posted.ok) return posted;
      await noteSpending(tx, payment.commitmentId);
      await record(tx, {
        type: 'payment.refunded',
        subjectId: payment.id,
        details: { number: payment.number, pence: sum, entry: posted.value.seq },
      });
      return ok({ state: payment.state });
    });
  }
}
