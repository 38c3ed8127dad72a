import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/index.ts';
import { AgendaController } from './agenda.controller.ts';
import { AgreeMotion } from './agree-motion.ts';
import { CloseMeeting } from './close-meeting.ts';
import { DeclareForItem } from './declare-for-item.ts';
import { ManageInterest } from './manage-interest.ts';
import { MeetingDeskReads } from './meeting-desk.reads.ts';
import { MeetingsController } from './meetings.controller.ts';
import { MeetingsReads } from './meetings.reads.ts';
import { PlanMeeting } from './plan-meeting.ts';
import { PublishMinutes } from './publish-minutes.ts';
import { PublishPapers } from './publish-papers.ts';
import { PutMotion } from './put-motion.ts';
import { SettleMotion } from './settle-motion.ts';
import { TakeAttendance } from './take-attendance.ts';
import { ThisWeekReads } from './this-week.reads.ts';

/** Meetings: their papers, who came, with what interests, and their notes. What is decided there belongs to decisions. */
@Module({
  imports: [DecisionsModule],
  controllers: [MeetingsController, AgendaController],
  providers: [
    MeetingsReads,
    MeetingDeskReads,
    ThisWeekReads,
    PlanMeeting,
    PutMotion,
    AgreeMotion,
    SettleMotion,
    PublishPapers,
    TakeAttendance,
    DeclareForItem,
    ManageInterest,
    CloseMeeting,
    PublishMinutes,
  ],
})
export class MeetingsModule {}
