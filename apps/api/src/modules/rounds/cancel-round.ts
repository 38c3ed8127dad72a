import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { RoundState } from '@pursestrings/contracts/rounds';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { cancellable } from './rounds.rules.ts';

/** Cancels a round in public. Its proposals are ready again; a box that was filled stays shut, and the clock then destroys it with its keys. */
@Injectable()
export class CancelRound {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(
    actor: Actor,
    input: { readonly roundId: string; readonly reason: string },
  ): Promise<Result<{ state: 'cancelled' }, { readonly code: 'too-late-to-cancel' } | FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      const key = [actor.neighbourhoodId, input.roundId];
      const round = await tx.one<{ state: RoundState }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE', key);
      if (!round || !cancellable.includes(round.state)) return problem({ code: 'too-late-to-cancel' });
      await tx.query(`UPDATE round SET state = 'cancelled', cancelled_reason = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        ...key,
        input.reason,
      ]);
      await tx.query(
        `UPDATE proposal SET state = 'ready' WHERE neighbourhood_id = $1 AND state = 'on_ballot'
           AND id IN (SELECT proposal_id FROM round_project WHERE neighbourhood_id = $1 AND round_id = $2)`,
        key,
      );
      await record(tx, { type: 'round.cancelled', subjectId: input.roundId });
      return ok({ state: 'cancelled' as const });
    });
  }
}
