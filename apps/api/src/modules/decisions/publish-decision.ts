import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { publishDecision } from '@pursestrings/contracts/decisions';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { DecisionMoney, type DecisionOverMoney } from './decision-money.ts';
import { keepWords } from './draft-decision.ts';
import { couldBePlainer } from './plain-words.ts';

type Published = Answer<typeof publishDecision>;
type Words = Omit<BodyOf<typeof publishDecision>, 'formId'>;

interface ToPublish extends DecisionOverMoney {
  readonly slug: string;
  readonly state: string;
  readonly departs: boolean;
  readonly awaits: boolean;
}

/**
 * Publishes a decision, once: its words, the promise of money that it makes, and the event that tells people, together or not at
 * all. Two people pressing at once: the second is told that it is published already.
 */
@Injectable()
export class PublishDecision {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(DecisionMoney) private readonly money: DecisionMoney,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, decisionId: string, words: Words): Promise<Published> {
    return await this.transactions.run(actor, async (tx): Promise<Published> => {
      const decision = await lockToPublish(tx, decisionId);
      if (!decision) return problem({ code: 'not-found' });
      const allowed = checkCanPublish(decision, words);
      if (!allowed.ok) return allowed;
      await keepWords(tx, decisionId, words);
      await tx.query(
        `UPDATE decision SET state = 'published', published_at = $3, words_reason = $4 WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, decisionId, this.clock.now().toString(), words.wordsReason || null],
      );
      const told = {
        ...decision,
        title: words.title,
        plainSummary: words.plainSummary,
        fromAccountId: words.fromAccountId ?? decision.fromAccountId,
      };
      const carriedOut = await this.money.carryOut(tx, told);
      if (!carriedOut.ok) return carriedOut;
      await record(tx, { type: 'decision.published', subjectId: decisionId, details: eventDetails(decision) });
      return ok({ slug: decision.slug });
    });
  }
}

/** Why a decision may not be published as it is: it is already, it waits for the fund holder, it says no reason (D4), or its words could be plainer. */
function checkCanPublish(decision: ToPublish, words: Words): Published {
  if (decision.state !== 'recorded') return problem({ code: 'already-published' });
  if (decision.awaits) return problem({ code: 'awaits-fund-holder' });
  if (decision.departs && !words.departsReason) return problem({ code: 'departs-without-reason' });
  const warnings = couldBePlainer(words);
  if (warnings.length > 0 && !words.wordsReason) return problem({ code: 'could-be-plainer', warnings });
  return ok({ slug: decision.slug });
}

async function lockToPublish(tx: Tx, decisionId: string): Promise<ToPublish | null> {
  return await tx.one<ToPublish>(
    `SELECT d.id, d.slug, d.title, d.kind, d.outcome, d.state, d.departs, d.amount_pence AS "amountPence", d.decided_on AS "decidedOn",
       d.plain_summary AS "plainSummary", coalesce(d.recipient_id, m.recipient_id) AS "recipientId", d.proposal_id AS "proposalId", d.round_id AS "roundId",
       m.project_id AS "projectId", m.from_account_id AS "fromAccountId", m.nature,
       coalesce(d.way = 'fund_holder_confirms' AND d.confirmed_by IS NULL, false) AS awaits
     FROM decision d JOIN motion m ON m.neighbourhood_id = d.neighbourhood_id AND m.id = d.motion_id
     WHERE d.neighbourhood_id = $1 AND d.id = $2 FOR UPDATE OF d`,
    [tx.actor.neighbourhoodId, decisionId],
  );
}

/** What those who are told need to know, without asking Governance: Participation moves the proposal on by it. */
function eventDetails(decision: ToPublish): Record<string, string | number | boolean | null> {
  const { outcome, kind, amountPence, proposalId, roundId, departs } = decision;
  return { outcome, kind, amountPence, proposalId, roundId, departs };
}
