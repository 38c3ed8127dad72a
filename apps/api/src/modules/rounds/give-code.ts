import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { BallotBox, VotingCodes } from '../ballots/index.ts';

export type GiveCodeProblem = { readonly code: 'not-open' } | { readonly code: 'not-on-the-list' } | FormProblem;

/** Gives somebody on the voting list a new code to vote with. The act is recorded with both people, the code is not. */
@Injectable()
export class GiveCode {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(BallotBox) private readonly box: BallotBox,
    @Inject(VotingCodes) private readonly codes: VotingCodes,
  ) {}

  async run(
    actor: Actor,
    input: { readonly roundId: string; readonly personId: string },
  ): Promise<Result<{ code: string }, GiveCodeProblem>> {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ code: string }, GiveCodeProblem>> => {
      const round = await tx.one<{ state: string }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR SHARE', [
        actor.neighbourhoodId,
        input.roundId,
      ]);
      if (round?.state !== 'open') return problem({ code: 'not-open' });
      if (!(await this.box.isOnList(tx, input.roundId, input.personId))) return problem({ code: 'not-on-the-list' });
      const code = await this.codes.give(tx, input.roundId, input.personId);
      await record(tx, { type: 'round.code_given', subjectId: input.roundId, details: { personId: input.personId } });
      return ok({ code });
    });
  }
}
