import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { publishMinutes } from '@pursestrings/contracts/meetings';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { lockMeeting } from './lock-meeting.ts';

type Published = Answer<typeof publishMinutes>;

/** Publishes the notes of a meeting that is over, once. */
@Injectable()
export class PublishMinutes {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, meetingSlug: string, notes: string): Promise<Published> {
    return await this.transactions.run(actor, async (tx): Promise<Published> => {
      const meeting = await lockMeeting(tx, meetingSlug);
      if (!meeting) return problem({ code: 'not-found' });
      if (meeting.state === 'published') return problem({ code: 'already-published' });
      if (meeting.state !== 'draft_minutes' && meeting.state !== 'approved') return problem({ code: 'meeting-not-over' });
      await tx.query(
        `UPDATE meeting SET state = 'published', notes = $3, minutes_published_at = $4 WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, meeting.id, notes, this.clock.now().toString()],
      );
      await record(tx, { type: 'minutes.published', subjectId: meeting.id });
      return ok({ slug: meeting.slug });
    });
  }
}
