import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/index.ts';
import { AnnounceRound } from './announce-round.ts';
import { BallotController } from './ballot.controller.ts';
import { BallotPageReads } from './ballot-page.reads.ts';
import { CancelRound } from './cancel-round.ts';
import { CastVote } from './cast-vote.ts';
import { ClockSteps } from './clock-steps.ts';
import { CloseRound } from './close-round.ts';
import { ForgetRound } from './forget-round.ts';
import { GiveCode } from './give-code.ts';
import { OpenRound } from './open-round.ts';
import { PrepareRound } from './prepare-round.ts';
import { RoundClock } from './round-clock.ts';
import { RoundsController } from './rounds.controller.ts';
import { RoundsReads } from './rounds.reads.ts';

@Module({
  imports: [BallotsModule],
  controllers: [RoundsController, BallotController],
  providers: [
    AnnounceRound,
    BallotPageReads,
    CancelRound,
    CastVote,
    ClockSteps,
    CloseRound,
    ForgetRound,
    GiveCode,
    OpenRound,
    PrepareRound,
    RoundClock,
    RoundsReads,
  ],
  exports: [AnnounceRound, CloseRound, OpenRound, RoundsReads],
})
export class RoundsModule {}
