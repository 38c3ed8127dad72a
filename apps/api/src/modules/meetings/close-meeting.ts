import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { closeMeeting } from '@pursestrings/contracts/meetings';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { lockMeeting } from './lock-meeting.ts';

type Closed = Answer<typeof closeMeeting>;

/** Ends a meeting and keeps its notes as a draft; the draft can be kept again until it is published. */
@Injectable()
export class CloseMeeting {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, meetingSlug: string, notes: string): Promise<Closed> {
    return await this.transactions.run(actor, async (tx): Promise<Closed> => {
      const meeting = await lockMeeting(tx, meetingSlug);
      if (!meeting) return problem({ code: 'not-found' });
      if (meeting.state !== 'open' && meeting.state !== 'draft_minutes') return problem({ code: 'meeting-not-open' });
      await tx.query(`UPDATE meeting SET state = 'draft_minutes', notes = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        meeting.id,
        notes,
      ]);
      if (meeting.state === 'open') await record(tx, { type: 'meeting.closed', subjectId: meeting.id });
      return ok({ slug: meeting.slug });
    });
  }
}
