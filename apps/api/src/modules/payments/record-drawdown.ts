import { Inject, Injectable } from '@nestjs/common';
import { type AwardId, idOf } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerAccounts, LedgerPosts, type PostProblem } from '../ledger/index.ts';

export type DrawdownProblem = PostProblem | { readonly code: 'award-not-found' | 'more-than-awarded' };

/** Records money from the funder that has come into the fund holder's bank. */
@Injectable()
export class RecordDrawdown {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
  ) {}

  /** All drawdowns of an award together stay within it. */
  async run(actor: Actor, drawn: { readonly awardId: string; readonly amountPence: number; readonly receivedOn: string }) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ seq: number }, DrawdownProblem>> => {
      const award = await tx.one<{ id: AwardId; amount_pence: number }>(
        `SELECT id, amount_pence FROM award WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, drawn.awardId],
      );
      if (!award) return problem({ code: 'award-not-found' });
      const accounts = await this.accounts.ofAward(tx, idOf<'award'>(award.id));
      const posted = await this.posts.post(tx, {
        kind: 'drawdown',
        happenedOn: drawn.receivedOn,
        transfers: [{ from: accounts.drawnFromFunder, to: accounts.bank, pence: pence(drawn.amountPence) }],
      });
      if (!posted.ok) return posted;
      // Looked at after posting, while the ledger's head is still ours: nobody else's drawdown can come between.
      const after = await tx.one<{ balance: number }>(
        `SELECT balance_pence AS balance FROM ledger.account WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, accounts.drawnFromFunder],
      );
      if (-(after?.balance ?? 0) > award.amount_pence) return problem({ code: 'more-than-awarded' });
      await record(tx, { type: 'drawdown.recorded', subjectId: award.id, details: { pence: drawn.amountPence, entry: posted.value.seq } });
      return ok({ seq: posted.value.seq });
    });
  }
}
