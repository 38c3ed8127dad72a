import type { Tx } from '../../platform/database/transactions.ts';

/**
 * The interests that bear on motions `m` (an alias of table `motion` in scope) on the day `$2`: declared for the item, and
 * those on the register about its recipient or proposal that were not said again for it. A common table expression's body,
 * with motion_id, person_id, kind, about, managed, from_register.
 */
export function itemInterestsSql(motions: string): string {
  return `SELECT i.motion_id, i.person_id, i.kind, i.about, i.managed, false AS from_register
      FROM interest_declaration i JOIN ${motions} m ON m.id = i.motion_id WHERE i.neighbourhood_id = $1
    UNION ALL
    SELECT DISTINCT ON (m.id, i.person_id) m.id, i.person_id, i.kind, i.about, NULL, true
      FROM interest_declaration i JOIN ${motions} m ON i.recipient_id = m.recipient_id OR i.proposal_id = m.proposal_id
      WHERE i.neighbourhood_id = $1 AND i.motion_id IS NULL AND i.declared_on <= $2::date AND (i.ends_on IS NULL OR i.ends_on > $2::date)
        AND NOT EXISTS (SELECT FROM interest_declaration said WHERE said.neighbourhood_id = $1 AND said.motion_id = m.id AND said.person_id = i.person_id)`;
}

/**
 * Writes the interests on the register that bear on a motion down for the motion itself, so that what is published about its
 * decision never changes when the register does.
 */
export async function keepInterestsOfItem(
  tx: Tx,
  { motionId, day, newIds }: { motionId: string; day: string; newIds: () => string },
): Promise<void> {
  const registered = await tx.query<{ person_id: string; kind: string; about: string }>(
    `WITH one AS (SELECT * FROM motion WHERE neighbourhood_id = $1 AND id = $3), bearing AS (${itemInterestsSql('one')})
     SELECT person_id, kind, about FROM bearing WHERE from_register`,
    [tx.actor.neighbourhoodId, day, motionId],
  );
  for (const interest of registered) {
    await tx.query(
      `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, motion_id, kind, about, declared_on, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.actor.neighbourhoodId, newIds(), interest.person_id, motionId, interest.kind, interest.about, day, tx.actor.personId],
    );
  }
}
