import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import {
  closeMeeting,
  listMeetings,
  planMeeting,
  publishMinutes,
  publishPapers,
  readMeeting,
  readMeetingDesk,
  takeAttendance,
} from '@pursestrings/contracts/meetings';
import { readThisWeek } from '@pursestrings/contracts/this-week';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { CloseMeeting } from './close-meeting.ts';
import { MeetingDeskReads } from './meeting-desk.reads.ts';
import { MeetingsReads } from './meetings.reads.ts';
import { PlanMeeting } from './plan-meeting.ts';
import { PublishMinutes } from './publish-minutes.ts';
import { PublishPapers } from './publish-papers.ts';
import { TakeAttendance } from './take-attendance.ts';
import { ThisWeekReads } from './this-week.reads.ts';

/** Meetings as a whole: planned, published, held, closed; and what waits for a member this week. */
@Controller()
export class MeetingsController {
  @Inject(MeetingsReads) private readonly reads!: MeetingsReads;
  @Inject(MeetingDeskReads) private readonly deskReads!: MeetingDeskReads;
  @Inject(ThisWeekReads) private readonly weekReads!: ThisWeekReads;
  @Inject(PlanMeeting) private readonly planMeeting!: PlanMeeting;
  @Inject(PublishPapers) private readonly publishPapers!: PublishPapers;
  @Inject(TakeAttendance) private readonly takeAttendance!: TakeAttendance;
  @Inject(CloseMeeting) private readonly closeMeeting!: CloseMeeting;
  @Inject(PublishMinutes) private readonly publishMinutes!: PublishMinutes;

  @Serves(listMeetings)
  async list(@TheAsked() { actor }: Asked<typeof listMeetings>): Answers<typeof listMeetings> {
    return ok({ meetings: await this.reads.all(actor) });
  }

  @Serves(readMeeting)
  async read(@TheAsked() { actor, params }: Asked<typeof readMeeting>): Answers<typeof readMeeting> {
    const meeting = await this.reads.one(actor, params.meeting);
    return meeting ? ok(meeting) : problem({ code: 'not-found' });
  }

  @Serves(readMeetingDesk)
  async desk(@TheAsked() { actor, params }: Asked<typeof readMeetingDesk>): Answers<typeof readMeetingDesk> {
    const desk = await this.deskReads.desk(actor, params.meeting);
    return desk ? ok(desk) : problem({ code: 'not-found' });
  }

  @Serves(readThisWeek)
  async thisWeek(@TheAsked() { actor }: Asked<typeof readThisWeek>): Answers<typeof readThisWeek> {
    return ok(await this.weekReads.read(actor));
  }

  @Serves(planMeeting)
  async plan(@TheAsked() { actor, body }: Asked<typeof planMeeting>): Answers<typeof planMeeting> {
    return await this.planMeeting.run(actor, body);
  }

  @Serves(publishPapers)
  async papers(@TheAsked() { actor, params }: Asked<typeof publishPapers>): Answers<typeof publishPapers> {
    return await this.publishPapers.run(actor, params.meeting);
  }

  @Serves(takeAttendance)
  async attendance(@TheAsked() { actor, params, body }: Asked<typeof takeAttendance>): Answers<typeof takeAttendance> {
    return await this.takeAttendance.run(actor, params.meeting, body);
  }

  @Serves(closeMeeting)
  async close(@TheAsked() { actor, params, body }: Asked<typeof closeMeeting>): Answers<typeof closeMeeting> {
    return await this.closeMeeting.run(actor, params.meeting, body.notes);
  }

  @Serves(publishMinutes)
  async minutes(@TheAsked() { actor, params, body }: Asked<typeof publishMinutes>): Answers<typeof publishMinutes> {
    return await this.publishMinutes.run(actor, params.meeting, body.notes);
  }
}
