import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { ukDeadline } from '@pursestrings/basics/time';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { planMeeting } from '@pursestrings/contracts/meetings';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

type Planned = Answer<typeof planMeeting>;

/** Plans a meeting at a UK wall-clock time. */
@Injectable()
export class PlanMeeting {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, plan: Omit<BodyOf<typeof planMeeting>, 'formId'>): Promise<Planned> {
    const startsAt = ukDeadline(plan.day, plan.time);
    if (!startsAt.ok) return startsAt;
    return await this.transactions.run(actor, async (tx): Promise<Planned> => {
      const id = newId<'meeting'>();
      const slug = `${slugFrom(plan.title)}-${newSlugEnding()}`;
      await tx.query(`INSERT INTO meeting (neighbourhood_id, id, slug, title, starts_at, place_words) VALUES ($1, $2, $3, $4, $5, $6)`, [
        actor.neighbourhoodId,
        id,
        slug,
        plan.title,
        startsAt.value.toString(),
        plan.placeWords,
      ]);
      await record(tx, { type: 'meeting.planned', subjectId: id });
      return ok({ slug });
    });
  }
}
