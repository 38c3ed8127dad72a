import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { confirmResult, countRound, publishResult, readBallotsFile, readResult, recountRound } from '@pursestrings/contracts/results';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { RoundsReads } from '../rounds/index.ts';
import { ConfirmResult } from './confirm-result.ts';
import { CountRound } from './count-round.ts';
import { PublishResult } from './publish-result.ts';
import { RecountRound } from './recount-round.ts';
import { ResultReads } from './result.reads.ts';

/** Counting, checking, publishing and reading results. */
@Controller()
export class CountsController {
  constructor(
    @Inject(RoundsReads) private readonly rounds: RoundsReads,
    @Inject(ResultReads) private readonly reads: ResultReads,
    @Inject(CountRound) private readonly countRound: CountRound,
    @Inject(ConfirmResult) private readonly confirmResult: ConfirmResult,
    @Inject(PublishResult) private readonly publishResult: PublishResult,
    @Inject(RecountRound) private readonly recountRound: RecountRound,
  ) {}

  @Serves(readResult)
  async read(@TheAsked() { actor, params }: Asked<typeof readResult>): Answers<typeof readResult> {
    const page = await this.reads.page(actor, params.round);
    return page ? ok(page) : problem({ code: 'no-result-yet' });
  }

  @Serves(readBallotsFile)
  async file(@TheAsked() { actor, params, reply }: Asked<typeof readBallotsFile>): Answers<typeof readBallotsFile> {
    const file = await this.reads.file(actor, params.round);
    if (!file.ok) return file;
    await reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${params.round}.pb"`)
      .header('content-security-policy', 'sandbox')
      .header('x-sha256', file.value.digest)
      .send(file.value.text);
    return ok({});
  }

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

  @Serves(recountRound)
  async recount(@TheAsked() { actor, params }: Asked<typeof recountRound>): Answers<typeof recountRound> {
    const round = await this.rounds.find(actor, params.round);
    return round ? await this.recountRound.run(actor, round.id) : problem({ code: 'not-found' });
  }
}
