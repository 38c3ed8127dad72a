import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer } from '@pursestrings/contracts/endpoint';
import type { answerCouncil } from '@pursestrings/contracts/liaison';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

type Answered = Answer<typeof answerCouncil>;

/** Gives the council's official answer, once and in public. Two at once: the first stands. */
@Injectable()
export class AnswerCouncil {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, questionId: string, answer: string): Promise<Answered> {
    return await this.transactions.run(actor, async (tx): Promise<Answered> => {
      const question = await tx.one<{ answered_at: string | null; decision_id: string | null; proposal_id: string | null }>(
        `SELECT answered_at, decision_id, proposal_id FROM council_question WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`,
        [actor.neighbourhoodId, questionId],
      );
      if (!question) return problem({ code: 'not-found' });
      if (question.answered_at !== null) return problem({ code: 'already-answered' });
      await tx.query(
        `UPDATE council_question SET answer = $3, answered_at = $4, answered_by = $5 WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, questionId, answer, this.clock.now().toString(), actor.personId],
      );
      await record(tx, {
        type: 'council.answered',
        subjectId: questionId,
        details: { decisionId: question.decision_id, proposalId: question.proposal_id },
      });
      return ok({ id: questionId });
    });
  }
}
