import { type EventId, newId } from '@pursestrings/basics/ids';
import type { Tx } from '../database/transactions.ts';

/** Something that happened: a dotted name in the past ('round.closed') and ids and numbers only; no personal text, no ballot. */
export interface NewEvent {
  readonly type: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes an event into the audit log, which is the outbox too, in the transaction of the change that it tells of. */
export async function record(tx: Tx, event: NewEvent): Promise<EventId> {
  const id = newId<'event'>();
  await tx.query(`INSERT INTO event (neighbourhood_id, id, type, subject_id, actor_person_id, details) VALUES ($1, $2, $3, $4, $5, $6)`, [
    tx.actor.neighbourhoodId,
    id,
    event.type,
    event.subjectId,
    tx.actor.personId,
    JSON.stringify(event.details ?? {}),
  ]);
  await tx.query(`INSERT INTO event_waiting (neighbourhood_id, event_id) VALUES ($1, $2)`, [tx.actor.neighbourhoodId, id]);
  return id;
}
