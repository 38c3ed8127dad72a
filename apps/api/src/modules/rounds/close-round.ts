import { Inject, Injectable } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { RoundKeys } from '../ballots/index.ts';

/**
 * Records that voting has ended, and reveals the seed that lots are drawn from. The box itself takes nothing from the closing time on,
 * whether or not this has run. It waits for every ballot that is on its way in, so that none is acknowledged and then not counted.
 */
@Injectable()
export class CloseRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  async ifDue(actor: Actor, roundId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => ok(await this.within(tx, roundId)));
  }

  /** In the caller's transaction. Returns whether voting is over. */
  async within(tx: Tx, roundId: string): Promise<boolean> {
    const key = [tx.actor.neighbourhoodId, roundId];
    const round = await tx.one<{ state: string; is_due: boolean }>(
      'SELECT state, closes_at <= clock_timestamp() AS is_due FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE',
      key,
    );
    if (round?.state !== 'open') return round?.state === 'closed';
    if (!round.is_due) return false;
    await tx.query(`UPDATE round SET state = 'closed', closed_at = clock_timestamp(), seed = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
      ...key,
      this.keys.seed(roundId),
    ]);
    await record(tx, { type: 'round.closed', subjectId: roundId });
    return true;
  }
}
