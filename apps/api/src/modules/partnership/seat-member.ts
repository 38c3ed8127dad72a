import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { seatMember } from '@pursestrings/contracts/partnership';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Gives somebody a seat and the role of a member between the same dates. Their row is locked, so that two seats at once are one. */
@Injectable()
export class SeatMember {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, seat: BodyOf<typeof seatMember>): Promise<Answer<typeof seatMember>> {
    return await this.transactions.run(actor, async (tx): Promise<Answer<typeof seatMember>> => {
      const endsOn = seat.endsOn ?? null;
      if (endsOn !== null && endsOn <= seat.startsOn) return problem({ code: 'ends-before-it-starts' });
      const person = await tx.one(`SELECT id FROM person WHERE neighbourhood_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE`, [
        actor.neighbourhoodId,
        seat.personId,
      ]);
      if (!person) return problem({ code: 'person-not-found' });
      const seated = await tx.one(
        `SELECT id FROM partnership_member WHERE neighbourhood_id = $1 AND person_id = $2
           AND daterange(starts_on, ends_on) && daterange($3::date, $4::date)`,
        [actor.neighbourhoodId, seat.personId, seat.startsOn, endsOn],
      );
      if (seated) return problem({ code: 'has-a-seat' });
      const id = newId<'partnership-member'>();
      await tx.query(
        `INSERT INTO partnership_member (neighbourhood_id, id, person_id, is_resident, duty, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [actor.neighbourhoodId, id, seat.personId, seat.isResident, seat.duty || null, seat.startsOn, endsOn],
      );
      await tx.query(
        `INSERT INTO role (neighbourhood_id, id, person_id, kind, starts_on, ends_on, granted_by) VALUES ($1, $2, $3, 'member', $4, $5, $6)`,
        [actor.neighbourhoodId, newId<'role'>(), seat.personId, seat.startsOn, endsOn, actor.personId],
      );
      await record(tx, {
        type: 'partnership.member_seated',
        subjectId: id,
        details: { personId: seat.personId, isResident: seat.isResident },
      });
      return ok({ id });
    });
  }
}
