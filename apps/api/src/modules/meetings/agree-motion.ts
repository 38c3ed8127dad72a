import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { agreeMotion } from '@pursestrings/contracts/meetings';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

type Agreed = Answer<typeof agreeMotion>;

/** The chair agrees that something is on the agenda. Agreeing again changes nothing. */
@Injectable()
export class AgreeMotion {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, motionId: string): Promise<Agreed> {
    return await this.transactions.run(actor, async (tx): Promise<Agreed> => {
      const motion = await tx.one<{ agreed_by: string | null }>(
        `SELECT agreed_by FROM motion WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`,
        [actor.neighbourhoodId, motionId],
      );
      if (!motion) return problem({ code: 'not-found' });
      if (motion.agreed_by !== null) return ok({ id: motionId });
      await tx.query(`UPDATE motion SET agreed_by = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        motionId,
        actor.personId,
      ]);
      await record(tx, { type: 'motion.agreed', subjectId: motionId });
      return ok({ id: motionId });
    });
  }
}
