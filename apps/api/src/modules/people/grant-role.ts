import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { grantRole } from '@pursestrings/contracts/joining';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { checkDays, overlap } from './roles.rules.ts';
import { sessionLengths } from './sign-in.rules.ts';

export type GrantRoleProblem = { readonly code: 'person-not-found' | 'ends-before-it-starts' | 'holds-role-already' };

/** Gives a person of the neighbourhood a role between dates, with the minute where that was agreed. */
@Injectable()
export class GrantRole {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, asked: BodyOf<typeof grantRole>): Promise<Result<{ role: string }, GrantRoleProblem | FormProblem>> {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ role: string }, GrantRoleProblem>> => {
      const days = { startsOn: asked.startsOn, endsOn: asked.endsOn ?? null };
      const real = checkDays(days);
      if (!real.ok) return real;
      const person = await tx.one<{ account_id: string | null }>(
        'SELECT account_id FROM person WHERE neighbourhood_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE',
        [actor.neighbourhoodId, asked.person],
      );
      if (!person) return problem({ code: 'person-not-found' });
      const held = await tx.query<{ startsOn: string; endsOn: string | null }>(
        `SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM role WHERE neighbourhood_id = $1 AND person_id = $2 AND kind = $3`,
        [actor.neighbourhoodId, asked.person, asked.kind],
      );
      if (held.some((role) => overlap(role, days))) return problem({ code: 'holds-role-already' });
      const id = newId<'role'>();
      await tx.query(
        'INSERT INTO role (neighbourhood_id, id, person_id, kind, starts_on, ends_on, granted_by, minute) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [actor.neighbourhoodId, id, asked.person, asked.kind, days.startsOn, days.endsOn, actor.personId, asked.minute],
      );
      // Sessions that run already become as short as the office asks for.
      await tx.query('UPDATE session SET idle_minutes = least(idle_minutes, $2) WHERE account_id = $1 AND ended_at IS NULL', [
        person.account_id,
        sessionLengths([asked.kind]).idleMinutes,
      ]);
      await record(tx, { type: 'role.granted', subjectId: id, details: { kind: asked.kind } });
      return ok({ role: id });
    });
  }
}
