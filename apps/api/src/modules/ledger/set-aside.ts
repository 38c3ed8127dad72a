import { Inject, Injectable } from '@nestjs/common';
import type { AwardId, DecisionId, LedgerAccountId } from '@pursestrings/basics/ids';
import type { Pence } from '@pursestrings/basics/money';
import { ok, type Result } from '@pursestrings/basics/result';
import type { Tx } from '../../platform/database/transactions.ts';
import { LedgerAccounts, type SetAsidePurpose } from './ledger-accounts.ts';
import { LedgerPosts, type PostedEntry, type PostProblem } from './ledger-posts.ts';

/** Money to be set aside: how much, for what, out of which award; with the decision that says so, where there is one. */
export interface SettingAside {
  readonly awardId: AwardId;
  readonly purpose: SetAsidePurpose;
  readonly name: string;
  /** The round that it is for. */
  readonly subjectId?: string;
  readonly amountPence: Pence;
  readonly happenedOn: string;
  readonly decisionId?: DecisionId;
  readonly memo?: string;
}

/** Sets money aside that is not promised to a project yet, and sets it free again. */
@Injectable()
export class SetsAside {
  constructor(
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
  ) {}

  /** Takes the sum from what is still to decide, and returns the account it now lies in. Refused where there is not so much left. */
  async setAside(tx: Tx, aside: SettingAside): Promise<Result<{ accountId: LedgerAccountId; entry: PostedEntry }, PostProblem>> {
    const { unallocated } = await this.accounts.ofAward(tx, aside.awardId);
    const accountId = await this.accounts.setAside(tx, aside);
    const posted = await this.posts.post(tx, {
      kind: 'set_aside',
      happenedOn: aside.happenedOn,
      transfers: [{ from: unallocated, to: accountId, pence: aside.amountPence }],
      ...(aside.decisionId ? { decisionId: aside.decisionId } : {}),
      ...(aside.memo ? { memo: aside.memo } : {}),
    });
    return posted.ok ? ok({ accountId, entry: posted.value }) : posted;
  }
}
