import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { Choice } from '@pursestrings/contracts/ballots';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { type ChoicesProblem, marksFrom } from './ballot.rules.ts';
import { seal } from './envelope.ts';
import { OpenRoundReads } from './open-round.reads.ts';
import { receiptCode } from './receipt-code.ts';
import { RoundKeys } from './round-keys.ts';

/** What the box says to a ballot that it does not take. */
const refusals = ['not-open', 'not-on-the-list', 'paper-handed-over', 'form-already-used', 'too-many-changes'] as const;
type BoxRefusal = { readonly code: (typeof refusals)[number] };
export type CastBallotProblem = ChoicesProblem | BoxRefusal;

export interface BallotToCast {
  readonly roundId: string;
  /** Who votes, as the voting list names them; nothing here knows who that is. */
  readonly voterId: string;
  readonly channel: 'sign_in' | 'code' | 'helper';
  /** The random id that came with the form. */
  readonly formKey: string;
  readonly choices: readonly Choice[];
}

interface CastRow {
  outcome: string;
  the_receipt: Buffer | null;
  is_first: boolean;
}

/** Checks a ballot, seals it, and puts the envelope into the box. */
@Injectable()
export class CastBallot {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(OpenRoundReads) private readonly rounds: OpenRoundReads,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  /**
   * The ballot replaces the voter's last one, or is refused and changes nothing. The same form again answers the same receipt.
   * The first ballot of a voter is told to them by the event `round.vote_arrived`, which holds nothing of its content; later ones are not,
   * since a second message at once would tell a bully that the vote changed.
   */
  async run(actor: Actor, ballot: BallotToCast): Promise<Result<{ receipt: string; closesAt: string }, CastBallotProblem>> {
    const paper = await this.rounds.toSeal(actor, ballot.roundId);
    if (!paper || !this.keys.hasReferenceKey(ballot.roundId)) return problem({ code: 'not-open' });
    const marks = marksFrom(ballot.choices, paper.round);
    if (!marks.ok) return marks;
    const { rulesHash, projects, closesAt } = paper.round;
    const envelope = await seal(marks.value, { roundId: ballot.roundId, rulesHash, projects: projects.length, publicKey: paper.publicKey });
    const { ref, keyHash } = this.keys.pseudonym(ballot.roundId, ballot.voterId);
    return await this.transactions.run(actor, async (tx) => {
      const row = await tx.one<CastRow>('SELECT outcome, the_receipt, is_first FROM vote.cast($1, $2, $3, $4, $5, $6, $7)', [
        ballot.roundId,
        ballot.voterId,
        ref,
        keyHash,
        ballot.formKey,
        envelope,
        ballot.channel,
      ]);
      if (!row?.the_receipt) return refusalOf(row?.outcome);
      if (row.is_first) await record(tx, { type: 'round.vote_arrived', subjectId: ballot.roundId, details: { personId: ballot.voterId } });
      return ok({ receipt: receiptCode(row.the_receipt), closesAt });
    });
  }
}

/** A refusal of the box as a problem. 'wrong-key' and 'wrong-length' are faults of ours. */
function refusalOf(outcome: string | undefined): Result<never, BoxRefusal> {
  const code = refusals.find((name) => name === outcome);
  if (code) return problem({ code });
  throw new Error(`The ballot box answered '${outcome ?? 'nothing'}'.`);
}
