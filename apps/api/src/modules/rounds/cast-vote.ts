import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { Choice } from '@pursestrings/contracts/ballots';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { BallotBox, CastBallot, type CastBallotProblem, VotingCodes } from '../ballots/index.ts';
import { OpenRound } from './open-round.ts';
import type { RoundInBrief } from './rounds.reads.ts';

export type CastVoteProblem =
  | CastBallotProblem
  | { readonly code: 'sign-in-or-code' }
  | { readonly code: 'code-wrong' }
  | { readonly code: 'too-many-tries' };

export interface VoteToCast {
  readonly round: RoundInBrief;
  readonly formKey: string;
  readonly choices: readonly Choice[];
  readonly votingCode?: string | undefined;
}

interface Voter {
  readonly voterId: string;
  readonly channel: 'sign_in' | 'code';
}

/** Finds out who votes, and hands their ballot to the box under an id that means nothing there. */
@Injectable()
export class CastVote {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(OpenRound) private readonly openRound: OpenRound,
    @Inject(BallotBox) private readonly box: BallotBox,
    @Inject(VotingCodes) private readonly codes: VotingCodes,
    @Inject(CastBallot) private readonly castBallot: CastBallot,
  ) {}

  async run(actor: Actor, vote: VoteToCast): Promise<Result<{ receipt: string; closesAt: string }, CastVoteProblem>> {
    // Voting opens by the clock: the first who comes after that finds the box set up, or sets it up.
    if (vote.round.storedState === 'announced' && vote.round.state === 'open') await this.openRound.ifDue(actor, vote.round.id);
    const voter = await this.voterFor(actor, vote);
    if (!voter.ok) return voter;
    const ballot = { roundId: vote.round.id, formKey: vote.formKey, choices: vote.choices, ...voter.value };
    const answer = await this.castBallot.run(actor, ballot);
    const isNew = !answer.ok && answer.problem.code === 'not-on-the-list' && voter.value.channel === 'sign_in' && mayDeclare(actor);
    if (!isNew) return answer;
    // Who declared that they live here after voting opened joins the list by that declaration.
    await this.transactions.run(actor, async (tx) => ok(await this.box.enrol(tx, vote.round.id, [voter.value.voterId])));
    return await this.castBallot.run(actor, ballot);
  }

  private async voterFor(actor: Actor, vote: VoteToCast): Promise<Result<Voter, CastVoteProblem>> {
    if (vote.votingCode !== undefined && vote.votingCode.trim() !== '') {
      if (vote.round.state !== 'open') return problem({ code: 'not-open' });
      const found = await this.codes.voterOf(actor, vote.round.id, vote.votingCode);
      return found.ok ? ok({ voterId: found.value, channel: 'code' }) : found;
    }
    if (actor.personId === null) return problem({ code: actor.accountId === null ? 'sign-in-or-code' : 'not-on-the-list' });
    return ok({ voterId: actor.personId, channel: 'sign_in' });
  }
}

function mayDeclare(actor: Actor): boolean {
  return actor.roles.has('verified_resident') && !actor.roles.has('platform_admin');
}
