import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** More than this in an hour from people without an account, in one place, is held back with words. */
const mostAnonymousAnHour = 60;

/** A line or two from anyone, without a form. A member reads each before it is public. */
@Injectable()
export class Ideas {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Takes an idea down. Nothing of who sent it is kept unless they are signed in here. */
  send(
    actor: Actor,
    words: string,
  ): Promise<Result<{ received: true }, FormProblem | { readonly code: 'no-data-controller' | 'too-many-ideas' }>> {
    return this.transactions.run(actor, async (tx) => {
      const place = await tx.one<{ ready: boolean; recent: number }>(
        `SELECT n.data_controller IS NOT NULL AS ready, (SELECT count(*)::int FROM idea i WHERE i.neighbourhood_id = n.id
           AND i.person_id IS NULL AND i.created_at > now() - interval '1 hour') AS recent
         FROM neighbourhood n WHERE n.id = $1`,
        [actor.neighbourhoodId],
      );
      if (!place?.ready) return problem({ code: 'no-data-controller' });
      if (actor.personId === null && place.recent >= mostAnonymousAnHour) return problem({ code: 'too-many-ideas' });
      const id = newId<'idea'>();
      await tx.query(`INSERT INTO idea (neighbourhood_id, id, words, person_id) VALUES ($1, $2, $3, $4)`, [
        actor.neighbourhoodId,
        id,
        words,
        actor.personId,
      ]);
      await record(tx, { type: 'idea.sent', subjectId: id });
      return ok({ received: true });
    });
  }

  /** Publishes an idea, keeps it for the partnership, or takes it away. */
  sort(
    actor: Actor,
    input: { readonly id: string; readonly to: 'published' | 'kept' | 'removed' },
  ): Promise<Result<{ state: string }, FormProblem | { readonly code: 'idea-not-found' }>> {
    return this.transactions.run(actor, async (tx) => {
      const changed = await tx.query(`UPDATE idea SET state = $3 WHERE neighbourhood_id = $1 AND id = $2 RETURNING id`, [
        actor.neighbourhoodId,
        input.id,
        input.to,
      ]);
      if (changed.length === 0) return problem({ code: 'idea-not-found' });
      await record(tx, { type: 'idea.sorted', subjectId: input.id });
      return ok({ state: input.to });
    });
  }
}
