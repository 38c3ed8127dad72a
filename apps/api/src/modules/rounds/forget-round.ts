import { Inject, Injectable } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { RoundKeys } from '../ballots/index.ts';

/**
 * Deletes a round's envelopes and destroys its keys: 28 days after the checked result, or once it was cancelled. From that day no stored
 * data links a person to their choices, whoever holds what (V2). Ballots that were opened, without voters, stay for recounts.
 */
@Injectable()
export class ForgetRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  async forget(actor: Actor, roundId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      await tx.query('SELECT vote.forget($1)', [roundId]);
      await tx.query('UPDATE round SET forgotten_at = clock_timestamp() WHERE neighbourhood_id = $1 AND id = $2', [
        actor.neighbourhoodId,
        roundId,
      ]);
      await record(tx, { type: 'round.forgotten', subjectId: roundId });
      return ok(undefined);
    });
    this.keys.destroyAll(roundId);
  }
}
