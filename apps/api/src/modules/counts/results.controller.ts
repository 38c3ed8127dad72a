import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { readBallotsFile, readResult, recountRound } from '@pursestrings/contracts/results';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { RoundsReads } from '../rounds/index.ts';
import { RecountRound } from './recount-round.ts';
import { ResultReads } from './result.reads.ts';

/** Results to read, the ballots' file, and counting again. */
@Controller()
export class ResultsController {
  constructor(
    @Inject(RoundsReads) private readonly rounds: RoundsReads,
    @Inject(ResultReads) private readonly reads: ResultReads,
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

  @Serves(recountRound)
  async recount(@TheAsked() { actor, params }: Asked<typeof recountRound>): Answers<typeof recountRound> {
    const round = await this.rounds.find(actor, params.round);
    return round ? await this.recountRound.run(actor, round.id) : problem({ code: 'not-found' });
  }
}
