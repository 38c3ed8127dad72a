import { Injectable } from '@nestjs/common';
import type { EventId, NeighbourhoodId } from '@pursestrings/basics/ids';

/** An event as its handlers get it. */
export interface RecordedEvent {
  readonly neighbourhoodId: NeighbourhoodId;
  readonly id: EventId;
  readonly type: string;
  readonly subjectId: string;
  readonly actorPersonId: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  /** ISO text, UTC. */
  readonly recordedAt: string;
}

export type EventHandler = (event: RecordedEvent) => Promise<void>;

/** Who wants to hear of what. Each handler must be safe to repeat. */
@Injectable()
export class EventHandlers {
  private readonly byType = new Map<string, EventHandler[]>();

  /** Calls `handler` after each event of one of `types`, in its own job, at least once. */
  on(types: readonly string[], handler: EventHandler): void {
    for (const type of types) this.byType.set(type, [...(this.byType.get(type) ?? []), handler]);
  }

  of(type: string): readonly EventHandler[] {
    return this.byType.get(type) ?? [];
  }
}
