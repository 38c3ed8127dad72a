import { Inject, Injectable } from '@nestjs/common';
import { CloseRound } from './close-round.ts';
import { ForgetRound } from './forget-round.ts';
import { OpenRound } from './open-round.ts';

/** What the clock may do with a round. */
@Injectable()
export class ClockSteps {
  constructor(
    @Inject(OpenRound) readonly openRound: OpenRound,
    @Inject(CloseRound) readonly closeRound: CloseRound,
    @Inject(ForgetRound) readonly forgetRound: ForgetRound,
  ) {}
}
