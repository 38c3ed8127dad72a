import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { agreeResident } from '@pursestrings/contracts/partnership';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { seatsOn } from './seats.ts';

/** Names a resident without a seat whom the partnership may call on (D2). Naming somebody again changes nothing. */
@Injectable()
export class AgreeResident {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { personId }: { personId: string }): Promise<Answer<typeof agreeResident>> {
    return await this.transactions.run(actor, async (tx): Promise<Answer<typeof agreeResident>> => {
      const today = ukDay(this.clock.now()).toString();
      const person = await tx.one<{ lives_here: boolean }>(
        `SELECT EXISTS (SELECT FROM residency_check c WHERE c.neighbourhood_id = p.neighbourhood_id AND c.person_id = p.id AND (c.ends_on IS NULL OR c.ends_on > $3)) AS lives_here
         FROM person p WHERE p.neighbourhood_id = $1 AND p.id = $2 AND p.erased_at IS NULL`,
        [actor.neighbourhoodId, personId, today],
      );
      if (!person) return problem({ code: 'person-not-found' });
      if (!person.lives_here) return problem({ code: 'not-a-resident' });
      const seats = await seatsOn(tx, today);
      if (seats.some((seat) => seat.personId === personId)) return problem({ code: 'has-a-seat' });
      const named = await tx.query(
        `INSERT INTO agreed_resident (neighbourhood_id, person_id, agreed_on) VALUES ($1, $2, $3)
         ON CONFLICT (neighbourhood_id, person_id) DO UPDATE SET ends_on = NULL WHERE agreed_resident.ends_on IS NOT NULL RETURNING person_id`,
        [actor.neighbourhoodId, personId, today],
      );
      if (named.length > 0) await record(tx, { type: 'partnership.resident_agreed', subjectId: personId });
      return ok({ personId });
    });
  }
}
