import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { confirmDecision } from '@pursestrings/contracts/decisions';
import type { Answer } from '@pursestrings/contracts/endpoint';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { interestsOf, termsOn } from '../partnership/index.ts';
import { departsFromResult, type Votes, workOutConfirmed } from './decision.rules.ts';
import { chosenByResidents } from './motion-at-meeting.ts';

type Confirmed = Answer<typeof confirmDecision>;

interface Waiting extends Votes {
  readonly state: string;
  readonly way: string | null;
  readonly confirmedBy: string | null;
  readonly members: number;
  readonly residentMembers: number;
  readonly decidedOn: string;
  readonly motionId: string;
  readonly recipientId: string | null;
  readonly proposalId: string | null;
  readonly roundId: string | null;
}

/** The fund holder's yes, by somebody without an interest, to a decision that interests left too few to make alone (D2). */
@Injectable()
export class ConfirmDecision {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, decisionId: string): Promise<Confirmed> {
    return await this.transactions.run(actor, async (tx): Promise<Confirmed> => {
      const waiting = await lockWaiting(tx, decisionId);
      if (!waiting) return problem({ code: 'not-found' });
      if (waiting.state !== 'recorded' || waiting.way !== 'fund_holder_confirms' || waiting.confirmedBy !== null)
        return problem({ code: 'nothing-to-confirm' });
      if (await hasInterest(tx, waiting)) return problem({ code: 'has-an-interest' });
      const terms = await termsOn(tx, waiting.decidedOn);
      const worked = workOutConfirmed({ residentsHoldSeats: 2 * waiting.residentMembers > waiting.members }, waiting, terms.majority);
      const vote = await chosenByResidents(tx, waiting);
      const departs = departsFromResult(
        { ...worked, votesFor: waiting.votesFor, votesAgainst: waiting.votesAgainst },
        vote?.chosen ?? null,
      );
      await tx.query(
        `UPDATE decision SET outcome = $3, residents_enough = $4, quorate = true, confirmed_by = $5, departs = $6 WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, decisionId, worked.outcome, worked.residentsEnough, actor.personId, departs],
      );
      await record(tx, { type: 'decision.confirmed', subjectId: decisionId, details: { outcome: worked.outcome } });
      return ok({ id: decisionId, outcome: worked.outcome });
    });
  }
}

async function lockWaiting(tx: Tx, decisionId: string): Promise<Waiting | null> {
  return await tx.one<Waiting>(
    `SELECT state, way, confirmed_by AS "confirmedBy", members, resident_members AS "residentMembers", decided_on AS "decidedOn", motion_id AS "motionId",
       recipient_id AS "recipientId", proposal_id AS "proposalId", round_id AS "roundId", votes_for AS "votesFor", votes_against AS "votesAgainst", abstained,
       resident_votes AS "residentVotes"
     FROM decision WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`,
    [tx.actor.neighbourhoodId, decisionId],
  );
}

async function hasInterest(tx: Tx, waiting: Waiting): Promise<boolean> {
  const { personId } = tx.actor;
  if (personId === null) return true;
  const declared = await tx.one(
    `SELECT id FROM interest_declaration WHERE neighbourhood_id = $1 AND person_id = $2 AND (motion_id = $3 OR (motion_id IS NULL AND proposal_id = $4 AND ends_on IS NULL))
       AND managed IS DISTINCT FROM 'no_conflict'`,
    [tx.actor.neighbourhoodId, personId, waiting.motionId, waiting.proposalId],
  );
  if (declared) return true;
  return waiting.recipientId !== null && (await interestsOf(tx, [personId], waiting.recipientId)).length > 0;
}
