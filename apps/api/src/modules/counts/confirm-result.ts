import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { RoundState } from '@pursestrings/contracts/rounds';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** How many vote checkers it takes (V6). */
const checkersNeeded = 2;

export type ConfirmResultProblem =
  | { readonly code: 'no-result-yet' }
  | { readonly code: 'another-version' }
  | { readonly code: 'already-confirmed' }
  | { readonly code: 'has-an-interest' }
  | { readonly code: 'not-waiting-for-confirmation' }
  | FormProblem;

type Confirmed = { state: 'provisional' | 'verified'; confirmations: number };

/** One vote checker says that the count is right; with the second, another person, the result is verified (V6). */
@Injectable()
export class ConfirmResult {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, input: { readonly roundId: string; readonly version: number }): Promise<Result<Confirmed, ConfirmResultProblem>> {
    return await this.transactions.run(actor, async (tx): Promise<Result<Confirmed, ConfirmResultProblem>> => {
      const key = [actor.neighbourhoodId, input.roundId];
      const round = await tx.one<{ state: RoundState }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE', key);
      const latest = await tx.one<{ version: number }>(
        'SELECT version FROM round_result WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY version DESC LIMIT 1',
        key,
      );
      if (!latest) return problem({ code: 'no-result-yet' });
      if (round?.state !== 'provisional') return problem({ code: 'not-waiting-for-confirmation' });
      if (latest.version !== input.version) return problem({ code: 'another-version' });
      if (await hasInterest(tx, input.roundId)) return problem({ code: 'has-an-interest' });
      const added = await tx.query(
        `INSERT INTO scrutineer_confirmation (neighbourhood_id, round_id, version, person_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING person_id`,
        [...key, input.version, actor.personId],
      );
      if (added.length === 0) return problem({ code: 'already-confirmed' });
      const counted = await tx.one<{ n: number }>(
        'SELECT count(*)::int AS n FROM scrutineer_confirmation WHERE neighbourhood_id = $1 AND round_id = $2 AND version = $3',
        [...key, input.version],
      );
      const confirmations = counted?.n ?? 0;
      if (confirmations < checkersNeeded) return ok({ state: 'provisional', confirmations });
      await tx.query(`UPDATE round SET state = 'verified', verified_at = clock_timestamp() WHERE neighbourhood_id = $1 AND id = $2`, key);
      await record(tx, { type: 'round.verified', subjectId: input.roundId });
      return ok({ state: 'verified', confirmations });
    });
  }
}

/** Whether who asks proposed something in this round, helped write it, or declared an interest in it. */
async function hasInterest(tx: Tx, roundId: string): Promise<boolean> {
  const row = await tx.one(
    `SELECT 1 FROM round_project p JOIN proposal q ON q.neighbourhood_id = p.neighbourhood_id AND q.id = p.proposal_id
     WHERE p.neighbourhood_id = $1 AND p.round_id = $2 AND (q.author_id = $3 OR q.helper_id = $3
       OR EXISTS (SELECT FROM interest_declaration i WHERE i.neighbourhood_id = q.neighbourhood_id AND i.proposal_id = q.id AND i.person_id = $3
         AND (i.ends_on IS NULL OR i.ends_on > (now() AT TIME ZONE 'Europe/London')::date)))
     LIMIT 1`,
    [tx.actor.neighbourhoodId, roundId, tx.actor.personId],
  );
  return row !== null;
}
