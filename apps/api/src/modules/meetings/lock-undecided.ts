import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { Tx } from '../../platform/database/transactions.ts';

/** A motion that is locked and not decided yet. */
export interface Undecided {
  readonly id: string;
  readonly meetingId: string;
  /** The UK day of its meeting. */
  readonly day: string;
}

export type UndecidedProblem = { readonly code: 'not-found' } | { readonly code: 'already-decided' };

/** Locks a motion about which nothing is recorded yet, so that interests and its decision come one after the other (D1). */
export async function lockUndecided(tx: Tx, motionId: string): Promise<Result<Undecided, UndecidedProblem>> {
  const motion = await tx.one<Undecided>(
    `SELECT m.id, m.meeting_id AS "meetingId", (g.starts_at AT TIME ZONE 'Europe/London')::date AS day
     FROM motion m JOIN meeting g ON g.neighbourhood_id = m.neighbourhood_id AND g.id = m.meeting_id
     WHERE m.neighbourhood_id = $1 AND m.id = $2 FOR UPDATE OF m`,
    [tx.actor.neighbourhoodId, motionId],
  );
  if (!motion) return problem({ code: 'not-found' });
  const decided = await tx.one(`SELECT id FROM decision WHERE neighbourhood_id = $1 AND motion_id = $2`, [
    tx.actor.neighbourhoodId,
    motionId,
  ]);
  return decided ? problem({ code: 'already-decided' }) : ok(motion);
}
