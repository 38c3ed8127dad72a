import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

export type Followed = 'proposal' | 'round' | 'project' | 'decision';

/** Notes in the same transaction that somebody follows a thing. Doing it again changes nothing. */
export async function startFollowing(tx: Tx, personId: string, thing: { readonly kind: Followed; readonly id: string }): Promise<void> {
  await tx.query(
    `INSERT INTO follow (neighbourhood_id, person_id, subject_kind, subject_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [tx.actor.neighbourhoodId, personId, thing.kind, thing.id],
  );
}

/** Follows a thing, or stops following it, for whoever asks. */
@Injectable()
export class Follow {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  run(
    actor: Actor,
    input: { readonly kind: Followed; readonly id: string; readonly follow: boolean },
  ): Promise<Result<{ following: boolean }, FormProblem | { readonly code: 'no-such-thing' }>> {
    return this.transactions.run(actor, async (tx) => {
      const there = await tx.one(`SELECT 1 FROM ${input.kind} WHERE neighbourhood_id = $1 AND id = $2`, [actor.neighbourhoodId, input.id]);
      if (!there || actor.personId === null) return problem({ code: 'no-such-thing' });
      if (input.follow) await startFollowing(tx, actor.personId, input);
      else {
        await tx.query(`DELETE FROM follow WHERE neighbourhood_id = $1 AND person_id = $2 AND subject_kind = $3 AND subject_id = $4`, [
          actor.neighbourhoodId,
          actor.personId,
          input.kind,
          input.id,
        ]);
      }
      return ok({ following: input.follow });
    });
  }
}
