import type { PersonId } from '@pursestrings/basics/ids';
import type { InterestKind } from '@pursestrings/contracts/partnership';
import type { Tx } from '../../platform/database/transactions.ts';

/** A declared interest that keeps somebody away from a payment to a recipient (M5). */
export interface InterestInRecipient {
  readonly personId: PersonId;
  readonly kind: InterestKind;
}

/**
 * Which of these people have a declared interest in the recipient: on the register and not ended, or for an item that would
 * pay it and not ruled to be no conflict. At most one row a person.
 */
export async function interestsOf(tx: Tx, personIds: readonly string[], recipientId: string): Promise<InterestInRecipient[]> {
  return await tx.query<InterestInRecipient>(
    `SELECT DISTINCT ON (i.person_id) i.person_id AS "personId", i.kind FROM interest_declaration i
     LEFT JOIN motion m ON m.neighbourhood_id = i.neighbourhood_id AND m.id = i.motion_id
     WHERE i.neighbourhood_id = $1 AND i.person_id = ANY ($2::uuid[]) AND coalesce(m.recipient_id, i.recipient_id) = $3
       AND i.managed IS DISTINCT FROM 'no_conflict' AND (i.ends_on IS NULL OR i.ends_on > (now() AT TIME ZONE 'Europe/London')::date)
     ORDER BY i.person_id, i.kind`,
    [tx.actor.neighbourhoodId, [...personIds], recipientId],
  );
}
