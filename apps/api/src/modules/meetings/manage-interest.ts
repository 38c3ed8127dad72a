import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { manageInterest } from '@pursestrings/contracts/meetings';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { keepInterestsOfItem } from '../decisions/index.ts';
import { lockUndecided } from './lock-undecided.ts';

type Managed = Answer<typeof manageInterest>;

/** Keeps what was done about an interest in an item. That it is no conflict is ruled by the chair, and by nobody about themselves. */
@Injectable()
export class ManageInterest {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, motionId: string, { personId, managed }: Omit<BodyOf<typeof manageInterest>, 'formId'>): Promise<Managed> {
    return await this.transactions.run(actor, async (tx): Promise<Managed> => {
      if (managed === 'no_conflict' && !actor.roles.has('chair')) return problem({ code: 'the-chair-rules' });
      if (managed === 'no_conflict' && personId === actor.personId) return problem({ code: 'not-about-yourself' });
      const motion = await lockUndecided(tx, motionId);
      if (!motion.ok) return motion;
      await keepInterestsOfItem(tx, { motionId, day: motion.value.day, newIds: newId });
      const changed = await tx.query(
        `UPDATE interest_declaration SET managed = $4, recorded_by = $5 WHERE neighbourhood_id = $1 AND motion_id = $2 AND person_id = $3 RETURNING id`,
        [actor.neighbourhoodId, motionId, personId, managed, actor.personId],
      );
      if (changed.length === 0) return problem({ code: 'no-interest-declared' });
      await record(tx, { type: 'interest.managed', subjectId: motionId, details: { personId, managed } });
      return ok({ id: motionId });
    });
  }
}
