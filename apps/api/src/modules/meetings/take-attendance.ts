import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { MeetingState, takeAttendance } from '@pursestrings/contracts/meetings';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { seatsOn } from '../partnership/index.ts';
import { type LockedMeeting, lockMeeting } from './lock-meeting.ts';

type Taken = Answer<typeof takeAttendance>;

/** While it runs, and after it, when it is typed up from paper. */
const takesAttendance: readonly MeetingState[] = ['planned', 'papers_published', 'open', 'closed', 'draft_minutes'];

/** Writes down who is here as a whole, and opens a meeting that was not open. Decisions made before keep their counts. */
@Injectable()
export class TakeAttendance {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, meetingSlug: string, here: { members: readonly string[]; agreedResidents: readonly string[] }): Promise<Taken> {
    return await this.transactions.run(actor, async (tx): Promise<Taken> => {
      const meeting = await lockMeeting(tx, meetingSlug);
      if (!meeting) return problem({ code: 'not-found' });
      if (!takesAttendance.includes(meeting.state)) return problem({ code: 'meeting-over' });
      if (!(await allMayCome(tx, meeting, here))) return problem({ code: 'not-a-member' });
      await tx.query(`DELETE FROM attendance WHERE neighbourhood_id = $1 AND meeting_id = $2`, [actor.neighbourhoodId, meeting.id]);
      await tx.query(
        `INSERT INTO attendance (neighbourhood_id, meeting_id, person_id, came_as)
         SELECT $1::uuid, $2::uuid, unnest($3::uuid[]), 'member' UNION SELECT $1, $2, unnest($4::uuid[]), 'agreed_resident'`,
        [actor.neighbourhoodId, meeting.id, [...here.members], [...here.agreedResidents]],
      );
      await tx.query(
        `UPDATE meeting SET state = 'open' WHERE neighbourhood_id = $1 AND id = $2 AND state IN ('planned', 'papers_published')`,
        [actor.neighbourhoodId, meeting.id],
      );
      const present = new Set(here.members).size;
      await record(tx, { type: 'meeting.attendance_taken', subjectId: meeting.id, details: { present } });
      return ok({ present });
    });
  }
}

/** Whether those named as members hold a seat that day, and those named as agreed residents are agreed and hold none. */
async function allMayCome(
  tx: Tx,
  meeting: LockedMeeting,
  here: { members: readonly string[]; agreedResidents: readonly string[] },
): Promise<boolean> {
  const seated = new Set<string>((await seatsOn(tx, meeting.day)).map((seat) => seat.personId));
  const agreed = new Set(
    (
      await tx.query<{ person_id: string }>(
        `SELECT person_id FROM agreed_resident WHERE neighbourhood_id = $1 AND agreed_on <= $2 AND (ends_on IS NULL OR ends_on > $2)`,
        [tx.actor.neighbourhoodId, meeting.day],
      )
    ).map((row) => row.person_id),
  );
  return here.members.every((id) => seated.has(id)) && here.agreedResidents.every((id) => agreed.has(id) && !seated.has(id));
}
