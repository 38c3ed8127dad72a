import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { settleMotion } from '@pursestrings/contracts/meetings';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { exists } from './lock-meeting.ts';
import { lockUndecided } from './lock-undecided.ts';

type Settled = Answer<typeof settleMotion>;

/** Names who gets the money, or where it comes from, before an item is decided. What is not named stays as it was. */
@Injectable()
export class SettleMotion {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, motionId: string, { recipientId, fromAccountId }: Omit<BodyOf<typeof settleMotion>, 'formId'>): Promise<Settled> {
    return await this.transactions.run(actor, async (tx): Promise<Settled> => {
      const motion = await lockUndecided(tx, motionId);
      if (!motion.ok) return motion;
      if (recipientId && !(await exists(tx, 'recipient', recipientId))) return problem({ code: 'recipient-not-found' });
      await tx.query(
        `UPDATE motion SET recipient_id = coalesce($3, recipient_id), from_account_id = coalesce($4, from_account_id) WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, motionId, recipientId ?? null, fromAccountId ?? null],
      );
      return ok({ id: motionId });
    });
  }
}
