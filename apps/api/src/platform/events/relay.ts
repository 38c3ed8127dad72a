import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { idOf, type NeighbourhoodId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { Transactions } from '../database/transactions.ts';
import { nobody, programIn } from '../http/actor.ts';
import { Jobs } from '../jobs/jobs.ts';
import { EventHandlers, type RecordedEvent } from './handlers.ts';

const jobName = 'event';
const everyMs = 500;
const placesAtOnce = 50;
const eventsAtOnce = 500;

/**
 * Hands every event to the queue, in the order of writing within a place, at least once. An event waits in a row of its own
 * from the transaction that recorded it until the queue has taken it, so none is passed over; the job's id is the event's,
 * so one that is handed over twice is still one job.
 */
@Injectable()
export class Relay implements OnModuleInit {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(EventHandlers) private readonly handlers: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(jobName, (data) => this.deliver(idOf(data.neighbourhoodId ?? ''), data.eventId ?? ''));
    this.jobs.every('relay', everyMs, async () => {
      await this.turn();
    });
  }

  /** One round over all places with something waiting. Returns how many events were handed over. */
  async turn(): Promise<number> {
    const places = await this.transactions.read(nobody, (tx) =>
      tx.query<{ id: string }>('SELECT places_with_events_waiting($1) AS id', [placesAtOnce]),
    );
    let count = 0;
    for (const place of places) count += await this.handOver(idOf(place.id));
    return count;
  }

  private async handOver(neighbourhoodId: NeighbourhoodId): Promise<number> {
    const program = programIn(neighbourhoodId);
    const waiting = await this.transactions.read(program, (tx) =>
      tx.query<{ id: string; type: string }>(
        `SELECT e.id, e.type FROM event_waiting w JOIN event e ON e.neighbourhood_id = w.neighbourhood_id AND e.id = w.event_id
         WHERE w.neighbourhood_id = $1 ORDER BY e.id LIMIT $2`,
        [neighbourhoodId, eventsAtOnce],
      ),
    );
    const wanted = waiting.filter((event) => this.handlers.of(event.type).length > 0);
    await this.jobs.add(wanted.map((event) => ({ name: jobName, id: event.id, data: { neighbourhoodId, eventId: event.id } })));
    await this.transactions.run(program, async (tx) => {
      await tx.query('DELETE FROM event_waiting WHERE neighbourhood_id = $1 AND event_id = ANY($2)', [
        neighbourhoodId,
        waiting.map((event) => event.id),
      ]);
      return ok(undefined);
    });
    return waiting.length;
  }

  private async deliver(neighbourhoodId: NeighbourhoodId, eventId: string): Promise<void> {
    const event = await this.transactions.read(programIn(neighbourhoodId), (tx) =>
      tx.one<RecordedEvent>(
        `SELECT neighbourhood_id AS "neighbourhoodId", id, type, subject_id AS "subjectId", actor_person_id AS "actorPersonId", details,
           recorded_at AS "recordedAt"
         FROM event WHERE neighbourhood_id = $1 AND id = $2`,
        [neighbourhoodId, eventId],
      ),
    );
    if (!event) throw new Error('A job names an event that is not there.');
    for (const handler of this.handlers.of(event.type)) await handler(event);
  }
}
