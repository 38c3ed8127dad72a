import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { publishPapers } from '@pursestrings/contracts/meetings';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { lockMeeting } from './lock-meeting.ts';

type Published = Answer<typeof publishPapers>;

/** Publishes a meeting's papers, once. Items that the chair agrees later appear by themselves. */
@Injectable()
export class PublishPapers {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, meetingSlug: string): Promise<Published> {
    return await this.transactions.run(actor, async (tx): Promise<Published> => {
      const meeting = await lockMeeting(tx, meetingSlug);
      if (!meeting) return problem({ code: 'not-found' });
      if (meeting.state !== 'planned') return problem({ code: 'already-published' });
      const agreed = await tx.one<{ items: number }>(
        `SELECT count(*)::int AS items FROM motion WHERE neighbourhood_id = $1 AND meeting_id = $2 AND agreed_by IS NOT NULL`,
        [actor.neighbourhoodId, meeting.id],
      );
      if (!agreed?.items) return problem({ code: 'nothing-on-the-agenda' });
      await tx.query(`UPDATE meeting SET state = 'papers_published', papers_published_at = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        meeting.id,
        this.clock.now().toString(),
      ]);
      await record(tx, { type: 'meeting.papers_published', subjectId: meeting.id, details: { items: agreed.items } });
      return ok({ slug: meeting.slug });
    });
  }
}
