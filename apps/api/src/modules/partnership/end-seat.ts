import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { endSeat } from '@pursestrings/contracts/partnership';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Ends a seat, and the member's role that came with it, on a day. Everything decided before that day stands. */
@Injectable()
export class EndSeat {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, { memberId, endsOn }: { memberId: string; endsOn: string }): Promise<Answer<typeof endSeat>> {
    return await this.transactions.run(actor, async (tx): Promise<Answer<typeof endSeat>> => {
      const seat = await tx.one<{ person_id: string; starts_on: string }>(
        `SELECT person_id, starts_on FROM partnership_member WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`,
        [actor.neighbourhoodId, memberId],
      );
      if (!seat) return problem({ code: 'not-found' });
      if (endsOn < seat.starts_on) return problem({ code: 'ends-before-it-starts' });
      await tx.query(`UPDATE partnership_member SET ends_on = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        memberId,
        endsOn,
      ]);
      await tx.query(
        `UPDATE role SET ends_on = $4 WHERE neighbourhood_id = $1 AND person_id = $2 AND kind = 'member' AND starts_on = $3 AND (ends_on IS NULL OR ends_on > $4::date)`,
        [actor.neighbourhoodId, seat.person_id, seat.starts_on, endsOn],
      );
      await record(tx, { type: 'partnership.seat_ended', subjectId: memberId, details: { endsOn } });
      return ok({ id: memberId });
    });
  }
}
