import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { lockPayment } from './payment-row.ts';
import { checkStep, namesThePayee, type StepProblem } from './payments.rules.ts';

export type PublishPaymentProblem = StepProblem | { readonly code: 'payment-not-found' | 'privacy-not-checked' | 'names-the-payee' };

/** What is to stand in public, and that somebody has looked whether it names a person. */
export interface PrivacyCheck {
  readonly publicPurpose: string;
  readonly namesNobody: boolean;
}

/** Publishes a matched payment, after its privacy check (P2). */
@Injectable()
export class PublishPayment {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refused where the public words name a payee who is a person. */
  async run(actor: Actor, number: string, check: PrivacyCheck) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ state: 'matched' }, PublishPaymentProblem>> => {
      const payment = await lockPayment(tx, number);
      if (!payment) return problem({ code: 'payment-not-found' });
      const allowed = checkStep(payment, 'publish');
      if (!allowed.ok) return allowed;
      if (!check.namesNobody) return problem({ code: 'privacy-not-checked' });
      if (payment.payeeKind !== 'organisation' && namesThePayee(check.publicPurpose, payment.payeeName))
        return problem({ code: 'names-the-payee' });
      await tx.query(
        `UPDATE payment SET public_purpose = $3, privacy_checked_by = $4, published_at = $5 WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, payment.id, check.publicPurpose, actor.personId, this.clock.now().toString()],
      );
      await record(tx, {
        type: 'payment.published',
        subjectId: payment.id,
        details: { number: payment.number, pence: payment.amountPence },
      });
      return ok({ state: 'matched' });
    });
  }
}
