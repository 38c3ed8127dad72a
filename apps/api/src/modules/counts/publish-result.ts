import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Publishes a verified result: what was chosen, and what was not this time, is told to those who proposed it. */
@Injectable()
export class PublishResult {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, roundId: string): Promise<Result<{ state: 'published' }, { readonly code: 'not-verified' } | FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      const round = await tx.one<{ state: string }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE', [
        actor.neighbourhoodId,
        roundId,
      ]);
      if (round?.state !== 'verified') return problem({ code: 'not-verified' });
      await publishWithin(tx, roundId);
      return ok({ state: 'published' as const });
    });
  }
}

/** The outcome on each project and proposal, the state, and the event; in the caller's transaction. */
export async function publishWithin(tx: Tx, roundId: string): Promise<void> {
  const key = [tx.actor.neighbourhoodId, roundId];
  await tx.query(
    `UPDATE round_project p SET outcome = CASE WHEN p.code = ANY (v.chosen_codes) THEN 'chosen' ELSE 'not_chosen_this_time' END
     FROM (SELECT chosen_codes FROM round_result WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY version DESC LIMIT 1) v
     WHERE p.neighbourhood_id = $1 AND p.round_id = $2`,
    key,
  );
  await tx.query(
    `UPDATE proposal q SET state = p.outcome FROM round_project p
     WHERE p.neighbourhood_id = $1 AND p.round_id = $2 AND q.neighbourhood_id = $1 AND q.id = p.proposal_id AND q.state = 'on_ballot'`,
    key,
  );
  await tx.query(`UPDATE round SET state = 'published', published_at = clock_timestamp() WHERE neighbourhood_id = $1 AND id = $2`, key);
  await record(tx, { type: 'round.published', subjectId: roundId });
}
