import { Inject, Injectable } from '@nestjs/common';
import type { CommitmentId, LedgerAccountId } from '@pursestrings/basics/ids';
import { type Pence, pence, sumPence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerPosts, type PostProblem } from '../ledger/index.ts';

export type ReleaseProblem = PostProblem | { readonly code: 'project-not-found' | 'nothing-to-release' | 'payments-on-their-way' };

interface OpenPromise {
  readonly id: CommitmentId;
  readonly accountId: LedgerAccountId;
  readonly fromAccountId: LedgerAccountId;
  readonly leftPence: number;
  readonly waitingPence: number;
}

/** Gives what was promised to a project and is not needed back to where it came from, in public, with a reason. */
@Injectable()
export class ReleasePromise {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
  ) {}

  /** All that is left of every open promise of the project. Refused while a payment on one of them is on its way. */
  async run(actor: Actor, slug: string, release: { readonly reason: string; readonly happenedOn: string }) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ releasedPence: Pence }, ReleaseProblem>> => {
      const project = await tx.one<{ id: string }>(`SELECT id FROM project WHERE neighbourhood_id = $1 AND slug = $2 FOR UPDATE`, [
        actor.neighbourhoodId,
        slug,
      ]);
      if (!project) return problem({ code: 'project-not-found' });
      const promises = await lockPromises(tx, project.id);
      if (promises.some(({ waitingPence }) => waitingPence > 0)) return problem({ code: 'payments-on-their-way' });
      const open = promises.filter(({ leftPence }) => leftPence > 0);
      if (open.length === 0) return problem({ code: 'nothing-to-release' });
      for (const promise of open) {
        const posted = await this.posts.post(tx, {
          kind: 'released',
          happenedOn: release.happenedOn,
          transfers: [{ from: promise.accountId, to: promise.fromAccountId, pence: pence(promise.leftPence) }],
          memo: release.reason,
        });
        if (!posted.ok) return posted;
        await tx.query(
          `UPDATE commitment SET released_pence = released_pence + $3, state = CASE WHEN released_pence + $3 = amount_pence THEN 'released' ELSE 'spent' END
           WHERE neighbourhood_id = $1 AND id = $2`,
          [actor.neighbourhoodId, promise.id, promise.leftPence],
        );
      }
      const releasedPence = sumPence(open.map(({ leftPence }) => pence(leftPence)));
      await record(tx, { type: 'project.promise_released', subjectId: project.id, details: { pence: releasedPence } });
      return ok({ releasedPence });
    });
  }
}

async function lockPromises(tx: Tx, projectId: string): Promise<OpenPromise[]> {
  await tx.query(`SELECT id FROM commitment WHERE neighbourhood_id = $1 AND project_id = $2 ORDER BY id FOR UPDATE`, [
    tx.actor.neighbourhoodId,
    projectId,
  ]);
  return await tx.query<OpenPromise>(
    `SELECT c.id, c.account_id AS "accountId", c.from_account_id AS "fromAccountId",
       (c.amount_pence - c.released_pence - coalesce(s.paid, 0))::bigint AS "leftPence", coalesce(s.waiting, 0)::bigint AS "waitingPence"
     FROM commitment c CROSS JOIN LATERAL (
       SELECT sum(y.amount_pence - y.refunded_pence) FILTER (WHERE y.state IN ('sent', 'matched')) AS paid,
         sum(y.amount_pence) FILTER (WHERE y.state IN ('requested', 'checked', 'approved')) AS waiting
       FROM payment y WHERE y.neighbourhood_id = $1 AND y.commitment_id = c.id) s
     WHERE c.neighbourhood_id = $1 AND c.project_id = $2 ORDER BY c.id`,
    [tx.actor.neighbourhoodId, projectId],
  );
}
