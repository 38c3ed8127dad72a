import { Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import type { Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import { accountOf, addPerson } from './add-person.ts';

/** Appoints the first chair of a neighbourhood that is being set up. Later chairs are appointed with a minute. */
@Injectable()
export class FirstChair {
  /** Puts them on record in the neighbourhood of `there`, with an account for their address, as chair from `startsOn`. */
  async appoint(
    there: Tx,
    { name, email, startsOn }: { readonly name: string; readonly email: string; readonly startsOn: string },
  ): Promise<void> {
    const person = await addPerson(there, { accountId: await accountOf(there, email), name, bornYear: null, belongs: null });
    const id = newId<'role'>();
    await there.query(
      `INSERT INTO role (neighbourhood_id, id, person_id, kind, starts_on, minute) VALUES ($1, $2, $3, 'chair', $4, 'First set-up')`,
      [there.actor.neighbourhoodId, id, person.id, startsOn],
    );
    await record(there, { type: 'role.granted', subjectId: id, details: { kind: 'chair' } });
  }
}
