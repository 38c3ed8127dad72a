import type { PersonId } from '@pursestrings/basics/ids';
import type { Tx } from '../../platform/database/transactions.ts';

/** A seat on the partnership on one day. */
export interface Seat {
  readonly id: string;
  readonly personId: PersonId;
  readonly isResident: boolean;
}

/** The seats of `day` ('2026-06-09'), one a person. A term runs from its first day up to, not including, its last. */
export async function seatsOn(tx: Tx, day: string): Promise<Seat[]> {
  return await tx.query<Seat>(
    `SELECT DISTINCT ON (person_id) id, person_id AS "personId", is_resident AS "isResident" FROM partnership_member
     WHERE neighbourhood_id = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2) ORDER BY person_id, starts_on DESC`,
    [tx.actor.neighbourhoodId, day],
  );
}
