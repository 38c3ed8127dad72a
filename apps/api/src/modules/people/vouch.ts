import { Inject, Injectable } from '@nestjs/common';
import { idOf } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { vouchForNewPerson } from '@pursestrings/contracts/joining';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accountOf, addPerson, sayBelongs } from './add-person.ts';
import { checkDataController, checkOldEnough } from './joining.rules.ts';

export type VouchProblem = { readonly code: 'no-data-controller' | 'under-thirteen' | 'already-here' };

/** A member, helper or worker says that somebody belongs, whom they have met. No address is asked. */
@Injectable()
export class Vouch {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For somebody not on record yet. With an e-mail address they get an account, and can sign in by letter; without, they are helped. */
  async forNewPerson(
    actor: Actor,
    said: BodyOf<typeof vouchForNewPerson>,
  ): Promise<Result<{ person: string }, VouchProblem | FormProblem>> {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ person: string }, VouchProblem>> => {
      const place = await tx.one<{ data_controller: string | null }>('SELECT data_controller FROM neighbourhood WHERE id = $1', [
        actor.neighbourhoodId,
      ]);
      const allowed = checkDataController(place?.data_controller ?? null);
      if (!allowed.ok) return allowed;
      const oldEnough = said.email === undefined ? ok(undefined) : checkOldEnough(said, ukDay(this.clock.now()).year);
      if (!oldEnough.ok) return oldEnough;
      const accountId = said.email === undefined ? null : await accountOf(tx, said.email);
      const person = await addPerson(tx, { accountId, name: said.name, bornYear: said.bornYear ?? null, belongs: 'vouched' });
      return person.isNew ? ok({ person: person.id }) : problem({ code: 'already-here' });
    });
  }

  /** For somebody who joined without a postcode. Nobody vouches for themselves. */
  async forPerson(
    actor: Actor,
    personId: string,
  ): Promise<Result<Record<string, never>, { readonly code: 'not-found' | 'not-oneself' } | FormProblem>> {
    if (personId.toLowerCase() === actor.personId) return problem({ code: 'not-oneself' });
    return await this.transactions.run(actor, async (tx) => {
      const person = await tx.one('SELECT id FROM person WHERE neighbourhood_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE', [
        actor.neighbourhoodId,
        personId,
      ]);
      if (!person) return problem({ code: 'not-found' as const });
      await sayBelongs(tx, idOf(personId), 'vouched');
      return ok({});
    });
  }
}
