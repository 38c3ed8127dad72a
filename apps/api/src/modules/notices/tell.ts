import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { EventHandlers, type RecordedEvent } from '../../platform/events/handlers.ts';
import { Secrets } from '../../platform/files/secrets.ts';
import { programIn } from '../../platform/http/actor.ts';
import { audiences } from './audience.ts';
import { lettersOffKey } from './letters-off-key.ts';
import { noticeWords } from './notice-words.ts';
import { whomToTell } from './notices.reads.ts';
import { SendNotices } from './send-notices.ts';

/** Writes a notice for each person whom an event concerns, once, and has them sent. Safe to repeat. */
@Injectable()
export class Tell implements OnModuleInit {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(EventHandlers) private readonly events: EventHandlers,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SendNotices) private readonly send: SendNotices,
  ) {}

  onModuleInit(): void {
    this.events.on(Object.keys(audiences), async (event) => {
      await this.run(event);
      await this.send.inPlace(event.neighbourhoodId);
    });
  }

  /** Writes the notices. Returns how many are new. */
  async run(event: RecordedEvent): Promise<number> {
    const written = await this.transactions.run(programIn(event.neighbourhoodId), async (tx) => {
      const told = await whomToTell(tx, event);
      const words = noticeWords[event.type];
      if (!told || !words) return ok(0);
      const address = `${this.config.publicUrl}/${told.facts.placeSlug}/${told.facts.path}`;
      const { subject, paragraphs } = words({ ...told.facts, address });
      let count = 0;
      for (const personId of told.personIds) {
        const letter = [...paragraphs, address, this.closing(event.neighbourhoodId, told.facts.placeSlug, personId)].join('\n\n');
        const rows = await tx.query(
          `INSERT INTO notice (neighbourhood_id, id, event_id, person_id, channel, purpose, subject, words)
           VALUES ($1, $2, $3, $4, 'email', $5, $6, $7) ON CONFLICT ON CONSTRAINT notice_once DO NOTHING RETURNING id`,
          [event.neighbourhoodId, newId(), event.id, personId, event.type, `${told.facts.place}: ${subject}`, letter],
        );
        count += rows.length;
      }
      return ok(count);
    });
    return written.ok ? written.value : 0;
  }

  private closing(neighbourhoodId: string, placeSlug: string, personId: string): string {
    const key = lettersOffKey(this.secrets.get('letters-off'), neighbourhoodId, personId);
    return [
      'You get this letter because you follow this, or because of what you do for the neighbourhood.',
      `To stop these letters: ${this.config.publicUrl}/${placeSlug}/letters-off/${personId}/${key}`,
    ].join('\n');
  }
}
