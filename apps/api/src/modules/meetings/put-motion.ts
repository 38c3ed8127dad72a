import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { MeetingState, putMotion } from '@pursestrings/contracts/meetings';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { exists, type LockedMeeting, lockMeeting } from './lock-meeting.ts';

type Put = Answer<typeof putMotion>;
type Motion = Omit<BodyOf<typeof putMotion>, 'formId'>;

const mostItems = 60;
/** Until it is over: something may come up in the meeting itself. */
const takesItems: readonly MeetingState[] = ['planned', 'papers_published', 'open'];

/** Puts something to a meeting. What the chair puts is on the agenda at once; what anybody else puts, when the chair agrees. */
@Injectable()
export class PutMotion {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, meetingSlug: string, motion: Motion): Promise<Put> {
    return await this.transactions.run(actor, async (tx): Promise<Put> => {
      const meeting = await lockMeeting(tx, meetingSlug);
      if (!meeting) return problem({ code: 'not-found' });
      if (!takesItems.includes(meeting.state)) return problem({ code: 'meeting-over' });
      if (motion.kind === 'spend' && !motion.amountPence) return problem({ code: 'amount-needed' });
      if (motion.proposalId && !(await exists(tx, 'proposal', motion.proposalId))) return problem({ code: 'proposal-not-found' });
      if (motion.recipientId && !(await exists(tx, 'recipient', motion.recipientId))) return problem({ code: 'recipient-not-found' });
      const last = await tx.one<{ position: number }>(
        `SELECT coalesce(max(position), 0)::int AS position FROM motion WHERE neighbourhood_id = $1 AND meeting_id = $2`,
        [actor.neighbourhoodId, meeting.id],
      );
      const position = (last?.position ?? 0) + 1;
      if (position > mostItems) return problem({ code: 'too-many-items' });
      const id = await write(tx, meeting, { ...motion, position });
      await record(tx, { type: 'motion.put', subjectId: id, details: { meetingId: meeting.id } });
      return ok({ id });
    });
  }
}

async function write(tx: Tx, meeting: LockedMeeting, motion: Motion & { readonly position: number }): Promise<string> {
  const { actor } = tx;
  const id = newId<'motion'>();
  await tx.query(
    `INSERT INTO motion (neighbourhood_id, id, meeting_id, position, title, words, kind, amount_pence, proposal_id, round_id, project_id, recipient_id,
       from_account_id, nature, put_by, agreed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      actor.neighbourhoodId,
      id,
      meeting.id,
      motion.position,
      motion.title,
      motion.words,
      motion.kind,
      motion.amountPence ?? null,
      motion.proposalId ?? null,
      motion.roundId ?? null,
      motion.projectId ?? null,
      motion.recipientId ?? null,
      motion.fromAccountId ?? null,
      motion.nature ?? null,
      actor.personId,
      actor.roles.has('chair') ? actor.personId : null,
    ],
  );
  return id;
}
