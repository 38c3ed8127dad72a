import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { declareForItem } from '@pursestrings/contracts/meetings';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { exists } from './lock-meeting.ts';
import { lockUndecided } from './lock-undecided.ts';

type Declared = Answer<typeof declareForItem>;

/** Keeps that somebody has an interest in one item: oneself; chair and worker also write down what was said in the room. */
@Injectable()
export class DeclareForItem {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, motionId: string, interest: Omit<BodyOf<typeof declareForItem>, 'formId'>): Promise<Declared> {
    return await this.transactions.run(actor, async (tx): Promise<Declared> => {
      const personId = interest.personId ?? actor.personId;
      const forAnother = personId !== actor.personId;
      if (personId === null || (forAnother && !actor.roles.has('chair') && !actor.roles.has('worker')))
        return problem({ code: 'only-for-yourself' });
      const motion = await lockUndecided(tx, motionId);
      if (!motion.ok) return motion;
      if (forAnother && !(await exists(tx, 'person', personId))) return problem({ code: 'person-not-found' });
      const id = newId<'interest'>();
      const declared = await tx.query(
        `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, motion_id, kind, about, declared_on, managed, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (neighbourhood_id, motion_id, person_id) WHERE motion_id IS NOT NULL DO NOTHING RETURNING id`,
        [
          actor.neighbourhoodId,
          id,
          personId,
          motionId,
          interest.kind,
          interest.about,
          ukDay(this.clock.now()).toString(),
          interest.managed ?? null,
          actor.personId,
        ],
      );
      if (declared.length === 0) return problem({ code: 'already-declared' });
      await record(tx, { type: 'interest.declared', subjectId: motionId, details: { kind: interest.kind, personId } });
      return ok({ id });
    });
  }
}
