import { Inject, Injectable } from '@nestjs/common';
import { type AwardId, idOf } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { MotionKind } from '@pursestrings/contracts/decisions';
import type { Tx } from '../../platform/database/transactions.ts';
import { type SetAsidePurpose, SetsAside } from '../ledger/index.ts';
import { Promises } from '../projects/index.ts';

/** What of a decision concerns its money. */
export interface DecisionOverMoney {
  readonly id: string;
  readonly title: string;
  readonly kind: MotionKind;
  readonly outcome: string;
  readonly amountPence: number | null;
  readonly decidedOn: string;
  readonly plainSummary: string;
  readonly recipientId: string | null;
  readonly proposalId: string | null;
  readonly projectId: string | null;
  readonly roundId: string | null;
  readonly fromAccountId: string | null;
  readonly nature: 'capital' | 'revenue' | null;
}

export type MoneyProblem =
  | { readonly code: 'account-needed' }
  | { readonly code: 'recipient-needed' }
  | { readonly code: 'cannot-be-promised'; readonly because: string };

/** The kinds of decision that move money: some promise it to somebody, some set it aside. */
const promising: readonly MotionKind[] = ['spend', 'ring_fence', 'chest'];
const purposes: Readonly<Partial<Record<MotionKind, SetAsidePurpose>>> = {
  set_aside: 'theme',
  ring_fence: 'ring_fence',
  chest: 'chest',
  round: 'round',
};

/** Whether publishing the decision promises money to somebody. */
export function promisesMoney(decision: Pick<DecisionOverMoney, 'kind' | 'outcome' | 'amountPence' | 'recipientId'>): boolean {
  if (decision.outcome !== 'carried' || decision.amountPence === null) return false;
  return decision.kind === 'spend' || (promising.includes(decision.kind) && decision.recipientId !== null);
}

/** Asks Money to do what a carried decision says. Governance itself writes nothing of it. */
@Injectable()
export class DecisionMoney {
  constructor(
    @Inject(Promises) private readonly promises: Promises,
    @Inject(SetsAside) private readonly setsAside: SetsAside,
  ) {}

  /** Promises or sets aside, in the transaction that publishes the decision; does nothing for a decision about no money. */
  async carryOut(tx: Tx, decision: DecisionOverMoney): Promise<Result<void, MoneyProblem>> {
    if (promisesMoney(decision)) return await this.promise(tx, decision);
    const purpose = purposes[decision.kind];
    if (decision.outcome !== 'carried' || decision.amountPence === null || purpose === undefined) return ok(undefined);
    return await this.setAside(tx, decision, purpose);
  }

  private async promise(tx: Tx, decision: DecisionOverMoney): Promise<Result<void, MoneyProblem>> {
    if (decision.recipientId === null) return problem({ code: 'recipient-needed' });
    if (decision.fromAccountId === null) return problem({ code: 'account-needed' });
    const promised = await this.promises.promise(tx, {
      decisionId: idOf<'decision'>(decision.id),
      title: decision.title,
      recipientId: decision.recipientId,
      amountPence: pence(decision.amountPence ?? 0),
      fromAccountId: idOf<'ledger-account'>(decision.fromAccountId),
      proposalId: decision.proposalId === null ? null : idOf<'proposal'>(decision.proposalId),
      projectId: decision.projectId === null ? null : idOf<'project'>(decision.projectId),
      nature: decision.nature ?? 'revenue',
      summary: decision.plainSummary,
    });
    return promised.ok ? ok(undefined) : problem({ code: 'cannot-be-promised', because: promised.problem.code });
  }

  private async setAside(tx: Tx, decision: DecisionOverMoney, purpose: SetAsidePurpose): Promise<Result<void, MoneyProblem>> {
    if (decision.fromAccountId === null) return problem({ code: 'account-needed' });
    const from = await tx.one<{ award_id: AwardId }>(`SELECT award_id FROM ledger.account WHERE neighbourhood_id = $1 AND id = $2`, [
      tx.actor.neighbourhoodId,
      decision.fromAccountId,
    ]);
    if (!from) return problem({ code: 'cannot-be-promised', because: 'account-not-found' });
    const aside = await this.setsAside.setAside(tx, {
      awardId: from.award_id,
      purpose,
      name: decision.title,
      ...(decision.roundId === null ? {} : { subjectId: decision.roundId }),
      amountPence: pence(decision.amountPence ?? 0),
      happenedOn: decision.decidedOn,
      decisionId: idOf<'decision'>(decision.id),
    });
    return aside.ok ? ok(undefined) : problem({ code: 'cannot-be-promised', because: aside.problem.code });
  }
}
