import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { draftDecision } from '@pursestrings/contracts/decisions';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** The words that a decision is published with. */
export type DecisionWords = Omit<BodyOf<typeof draftDecision>, 'formId'>;

type Drafted = Answer<typeof draftDecision>;

/** Keeps the words for a decision until the chair publishes it. Drafts by two people: the last one is kept. */
@Injectable()
export class DraftDecision {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, decisionId: string, words: DecisionWords): Promise<Drafted> {
    return await this.transactions.run(actor, async (tx): Promise<Drafted> => {
      const decision = await lockState(tx, decisionId);
      if (!decision) return problem({ code: 'not-found' });
      if (decision.state !== 'recorded') return problem({ code: 'already-published' });
      await keepWords(tx, decisionId, words);
      return ok({ id: decisionId });
    });
  }
}

async function lockState(tx: Tx, decisionId: string): Promise<{ state: string } | null> {
  return await tx.one<{ state: string }>(`SELECT state FROM decision WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`, [
    tx.actor.neighbourhoodId,
    decisionId,
  ]);
}

/** Writes the words of a decision that is locked and not published. */
export async function keepWords(tx: Tx, decisionId: string, words: DecisionWords): Promise<void> {
  await tx.query(
    `UPDATE decision SET title = $3, reasons = $4, plain_summary = $5, departs_reason = $6 WHERE neighbourhood_id = $1 AND id = $2`,
    [tx.actor.neighbourhoodId, decisionId, words.title, words.reasons, words.plainSummary, words.departsReason || null],
  );
}
