import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { askCouncil } from '@pursestrings/contracts/liaison';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

type Asked = Answer<typeof askCouncil>;

/** How long a council has to answer, unless another day is named. */
const weeksToAnswer = 4;

/** Asks the council in public. What it is about must be public itself. */
@Injectable()
export class AskCouncil {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, question: Omit<BodyOf<typeof askCouncil>, 'formId'>): Promise<Asked> {
    return await this.transactions.run(actor, async (tx): Promise<Asked> => {
      const today = ukDay(this.clock.now());
      const dueOn = question.dueOn ?? today.add({ weeks: weeksToAnswer }).toString();
      if (dueOn <= today.toString()) return problem({ code: 'due-too-early' });
      if (question.decisionId && !(await isPublic(tx, 'decision', question.decisionId))) return problem({ code: 'decision-not-found' });
      if (question.proposalId && !(await isPublic(tx, 'proposal', question.proposalId))) return problem({ code: 'proposal-not-found' });
      const id = newId<'council-question'>();
      await tx.query(
        `INSERT INTO council_question (neighbourhood_id, id, decision_id, proposal_id, words, asked_by, asked_on, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          actor.neighbourhoodId,
          id,
          question.decisionId ?? null,
          question.proposalId ?? null,
          question.words,
          actor.personId,
          today.toString(),
          dueOn,
        ],
      );
      await record(tx, {
        type: 'council.asked',
        subjectId: id,
        details: { decisionId: question.decisionId ?? null, proposalId: question.proposalId ?? null, dueOn },
      });
      return ok({ id, dueOn });
    });
  }
}

async function isPublic(tx: Tx, table: 'decision' | 'proposal', id: string): Promise<boolean> {
  const row = await tx.one(`SELECT id FROM ${table} WHERE neighbourhood_id = $1 AND id = $2 AND published_at IS NOT NULL`, [
    tx.actor.neighbourhoodId,
    id,
  ]);
  return row !== null;
}
