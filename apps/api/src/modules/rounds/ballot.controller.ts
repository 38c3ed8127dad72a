import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { castBallot, readBallot, readReceipt } from '@pursestrings/contracts/ballots';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { ReceiptReads } from '../ballots/index.ts';
import { BallotPageReads } from './ballot-page.reads.ts';
import { CastVote } from './cast-vote.ts';
import { RoundsReads } from './rounds.reads.ts';

/** The ballot page, casting, and 'my code'. */
@Controller()
export class BallotController {
  constructor(
    @Inject(RoundsReads) private readonly rounds: RoundsReads,
    @Inject(BallotPageReads) private readonly pages: BallotPageReads,
    @Inject(CastVote) private readonly castVote: CastVote,
    @Inject(ReceiptReads) private readonly receipts: ReceiptReads,
  ) {}

  @Serves(readBallot)
  async read(@TheAsked() { actor, params, query }: Asked<typeof readBallot>): Answers<typeof readBallot> {
    const page = await this.pages.page(actor, params.round, query?.order);
    return page ? ok(page) : problem({ code: 'not-found' });
  }

  @Serves(castBallot)
  async cast(@TheAsked() { actor, params, body }: Asked<typeof castBallot>): Answers<typeof castBallot> {
    const round = await this.rounds.find(actor, params.round);
    if (!round) return problem({ code: 'not-found' });
    return await this.castVote.run(actor, { round, formKey: body.formId, choices: body.choices, votingCode: body.votingCode });
  }

  @Serves(readReceipt)
  async receipt(@TheAsked() { actor, params }: Asked<typeof readReceipt>): Answers<typeof readReceipt> {
    const round = await this.rounds.find(actor, params.round);
    if (!round) return problem({ code: 'not-found' });
    return ok({ inTheBox: await this.receipts.isInTheBox(actor, round.id, params.code) });
  }
}
