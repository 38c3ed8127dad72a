import { Controller, Inject } from '@nestjs/common';
import { problem } from '@pursestrings/basics/result';
import { confirmResult, countRound, publishResult } from '@pursestrings/contracts/results';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { RoundsReads } from '../rounds/index.ts';
import { ConfirmResult } from './confirm-result.ts';
import { CountRound } from './count-round.ts';
import { PublishResult } from './publish-result.ts';

/** Counting, checking and publishing. */
@Controller()
export class CountsController {
  constructor(
    @Inject(RoundsReads) private readonly rounds: RoundsReads,
    @Inject(CountRound) private readonly countRound: CountRound,
    @Inject(ConfirmResult) private readonly confirmResult: ConfirmResult,
    @Inject(PublishResult) private readonly publishResult: PublishResult,
  ) {}

  @Serves(countRound)
  async count(@TheAsked() { actor, params }: Asked<typeof countRound>): Answers<typeof countRound> {
    const round = await this.rounds.find(actor, params.round);
    return round ? await this.countRound.run(actor, round.id) : problem({ code: 'not-found' });
  }

  @Serves(confirmResult)
  async confirm(@TheAsked() { actor, params, body }: Asked<typeof confirmResult>): Answers<typeof confirmResult> {
    const round = await this.rounds.find(actor, params.round);
    return round ? await this.confirmResult.run(actor, { roundId: round.id, version: body.version }) : problem({ code: 'not-found' });
  }

  @Serves(publishResult)
  async publish(@TheAsked() { actor, params }: Asked<typeof publishResult>): Answers<typeof publishResult> {
    const round = await this.rounds.find(actor, params.round);
    return round ? await this.publishResult.run(actor, round.id) : problem({ code: 'not-found' });
  }
}
