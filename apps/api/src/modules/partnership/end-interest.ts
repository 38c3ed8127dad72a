import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { endInterest } from '@pursestrings/contracts/partnership';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Takes one's own interest off the register from today. It stays readable as ended; decisions made before keep it. */
@Injectable()
export class EndInterest {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { interestId }: { interestId: string }): Promise<Answer<typeof endInterest>> {
    return await this.transactions.run(actor, async (tx): Promise<Answer<typeof endInterest>> => {
      const ended = await tx.query(
        `UPDATE interest_declaration SET ends_on = $4 WHERE neighbourhood_id = $1 AND id = $2 AND person_id = $3 AND motion_id IS NULL AND ends_on IS NULL RETURNING id`,
        [actor.neighbourhoodId, interestId, actor.personId, ukDay(this.clock.now()).toString()],
      );
      if (ended.length === 0) return problem({ code: 'not-found' });
      await record(tx, { type: 'interest.ended', subjectId: interestId });
      return ok({ id: interestId });
    });
  }
}
