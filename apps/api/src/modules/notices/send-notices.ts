import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { idOf, type NeighbourhoodId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { nobody, programIn } from '../../platform/http/actor.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Log } from '../../platform/logging/log.ts';
import { type Handover, Post } from '../../platform/mail/post.ts';

interface Claimed {
  readonly id: string;
  readonly email: string;
  readonly subject: string;
  readonly words: string;
}

const sweepEveryMs = 30_000;
const uncertainAfterMinutes = 15;

/**
 * Sends what is queued, each notice at most once: whoever turns it from 'queued' to 'sending' sends it. One that was left
 * in 'sending' may have gone out or not; after a quarter of an hour it is shown as uncertain and never sent again by itself.
 */
@Injectable()
export class SendNotices implements OnModuleInit {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Post) private readonly post: Post,
    @Inject(Log) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.every('notices.sweep', sweepEveryMs, () => this.sweep());
  }

  /** Sends what waits anywhere, and gives up on what was left half done. */
  async sweep(): Promise<void> {
    const places = await this.transactions.read(nobody, (tx) => tx.query<{ id: string }>('SELECT places_with_notices_waiting(200) AS id'));
    for (const place of places) {
      await this.giveUpOld(idOf(place.id));
      await this.inPlace(idOf(place.id));
    }
  }

  /** Sends what is queued in one place. Stops, leaving the rest queued, when the mail server cannot be reached. */
  async inPlace(neighbourhoodId: NeighbourhoodId): Promise<void> {
    for (;;) {
      const notice = await this.claim(neighbourhoodId);
      if (!notice) return;
      const handover = await this.post.hand({ to: notice.email, subject: notice.subject, words: notice.words });
      await this.note(neighbourhoodId, notice.id, handover);
      if (handover === 'not-tried') return;
    }
  }

  private async claim(neighbourhoodId: NeighbourhoodId): Promise<Claimed | null> {
    const claimed = await this.transactions.run(programIn(neighbourhoodId), async (tx) => {
      await tx.query(
        `UPDATE notice SET state = 'suppressed' WHERE neighbourhood_id = $1 AND state = 'queued' AND NOT EXISTS (SELECT FROM person p
           JOIN account a ON a.id = p.account_id AND a.email IS NOT NULL
           WHERE p.neighbourhood_id = $1 AND p.id = notice.person_id AND p.erased_at IS NULL
             AND NOT EXISTS (SELECT FROM letter_choice c WHERE c.neighbourhood_id = $1 AND c.person_id = p.id AND c.letters = 'none'))`,
        [neighbourhoodId],
      );
      const row = await tx.one<Claimed>(
        `UPDATE notice SET state = 'sending', sending_since = now() WHERE neighbourhood_id = $1 AND state = 'queued' AND id =
           (SELECT id FROM notice WHERE neighbourhood_id = $1 AND state = 'queued' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, subject, words, (SELECT a.email FROM person p JOIN account a ON a.id = p.account_id
           WHERE p.neighbourhood_id = notice.neighbourhood_id AND p.id = notice.person_id) AS email`,
        [neighbourhoodId],
      );
      return ok(row);
    });
    return claimed.ok ? claimed.value : null;
  }

  private async note(neighbourhoodId: NeighbourhoodId, id: string, handover: Handover): Promise<void> {
    const state = { taken: 'sent', refused: 'failed', unknown: 'uncertain', 'not-tried': 'queued' }[handover];
    await this.transactions.run(programIn(neighbourhoodId), async (tx) => {
      await tx.query(
        `UPDATE notice SET state = $3, sent_at = CASE WHEN $3 = 'sent' THEN now() END WHERE neighbourhood_id = $1 AND id = $2 AND state = 'sending'`,
        [neighbourhoodId, id, state],
      );
      return ok(undefined);
    });
    if (handover === 'refused' || handover === 'unknown') this.log.warn('notice.not_certainly_sent', { noticeId: id, handover });
  }

  private async giveUpOld(neighbourhoodId: NeighbourhoodId): Promise<void> {
    await this.transactions.run(programIn(neighbourhoodId), async (tx) => {
      await tx.query(
        `UPDATE notice SET state = 'uncertain' WHERE neighbourhood_id = $1 AND state = 'sending' AND sending_since < now() - make_interval(mins => $2)`,
        [neighbourhoodId, uncertainAfterMinutes],
      );
      return ok(undefined);
    });
  }
}
