import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { isOver } from './roles.rules.ts';
import { Sessions } from './sessions.ts';

export type EndRoleProblem = { readonly code: 'not-found' | 'role-over' | 'last-chair' };

/** Ends a role today, with the minute where that was agreed. Its holder's sessions end at once. */
@Injectable()
export class EndRole {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    asked: { readonly role: string; readonly minute: string },
  ): Promise<Result<Record<string, never>, EndRoleProblem | FormProblem>> {
    return await this.transactions.run(actor, async (tx): Promise<Result<Record<string, never>, EndRoleProblem>> => {
      const today = ukDay(this.clock.now()).toString();
      // All chairs at once, in one order: two chairs who end each other leave one.
      const roles = await tx.query<{ id: string; person_id: string; kind: string; startsOn: string; endsOn: string | null }>(
        `SELECT id, person_id, kind, starts_on AS "startsOn", ends_on AS "endsOn" FROM role
         WHERE neighbourhood_id = $1 AND (id = $2 OR kind = 'chair') ORDER BY id FOR UPDATE`,
        [actor.neighbourhoodId, asked.role],
      );
      const role = roles.find(({ id }) => id === asked.role.toLowerCase());
      if (!role) return problem({ code: 'not-found' });
      if (isOver(role, today)) return problem({ code: 'role-over' });
      const otherChairs = roles.filter(
        (other) => other.kind === 'chair' && other.id !== role.id && other.startsOn <= today && !isOver(other, today),
      );
      if (role.kind === 'chair' && otherChairs.length === 0) return problem({ code: 'last-chair' });
      await tx.query(
        'UPDATE role SET ends_on = greatest(starts_on, $3::date), ended_by = $4, ended_minute = $5 WHERE neighbourhood_id = $1 AND id = $2',
        [actor.neighbourhoodId, role.id, today, actor.personId, asked.minute],
      );
      const person = await tx.one<{ account_id: string | null }>('SELECT account_id FROM person WHERE neighbourhood_id = $1 AND id = $2', [
        actor.neighbourhoodId,
        role.person_id,
      ]);
      if (person?.account_id) await this.sessions.endAll(tx, person.account_id);
      await record(tx, { type: 'role.ended', subjectId: role.id, details: { kind: role.kind } });
      return ok({});
    });
  }
}
