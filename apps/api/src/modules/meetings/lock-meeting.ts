import type { MeetingState } from '@pursestrings/contracts/meetings';
import type { Tx } from '../../platform/database/transactions.ts';

/** A meeting whose row is locked until the end of the transaction. */
export interface LockedMeeting {
  readonly id: string;
  readonly slug: string;
  readonly state: MeetingState;
  /** Its UK day. */
  readonly day: string;
}

/** Locks a meeting by its address; null when there is none in this neighbourhood. */
export async function lockMeeting(tx: Tx, slug: string): Promise<LockedMeeting | null> {
  return await tx.one<LockedMeeting>(
    `SELECT id, slug, state, (starts_at AT TIME ZONE 'Europe/London')::date AS day FROM meeting WHERE neighbourhood_id = $1 AND slug = $2 FOR UPDATE`,
    [tx.actor.neighbourhoodId, slug],
  );
}

/** Whether something of this neighbourhood exists in a table of another context, by its id. */
export async function exists(tx: Tx, table: 'proposal' | 'recipient' | 'person', id: string): Promise<boolean> {
  return (await tx.one(`SELECT id FROM ${table} WHERE neighbourhood_id = $1 AND id = $2`, [tx.actor.neighbourhoodId, id])) !== null;
}
