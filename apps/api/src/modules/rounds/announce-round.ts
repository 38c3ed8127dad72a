import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { BallotType } from '@pursestrings/contracts/rounds';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { envelopeBytesFor, RoundKeys } from '../ballots/index.ts';
import { hashOfRules, type RoundRule } from './round-rule.ts';

export type AnnounceRoundProblem =
  | { readonly code: 'not-a-draft' }
  | { readonly code: 'opening-has-passed' }
  | { readonly code: 'proposal-not-ready'; readonly proposal: string }
  | { readonly code: 'cannot-hold-a-vote-yet' }
  | FormProblem;

interface Draft {
  id: string;
  title: string;
  question: string;
  pot_pence: number;
  ballot_type: BallotType;
  rule: RoundRule;
  opens_at: string;
  closes_at: string;
  state: string;
  is_late: boolean;
}

/** Announces a round. From here on its rules, projects, dates and the commitment to its seed are frozen, by the database too (V3). */
@Injectable()
export class AnnounceRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  async run(actor: Actor, roundId: string): Promise<Result<{ rulesHash: string }, AnnounceRoundProblem>> {
    if (!this.keys.mayHoldVotes()) return problem({ code: 'cannot-hold-a-vote-yet' });
    return await this.transactions.run(actor, (tx) => this.within(tx, roundId));
  }

  /** The same in the caller's transaction. Without `isImport`, opening must be ahead and each proposal ready; they go `on_ballot`. */
  async within(tx: Tx, roundId: string, { isImport = false } = {}): Promise<Result<{ rulesHash: string }, AnnounceRoundProblem>> {
    const place = tx.actor.neighbourhoodId;
    const draft = await tx.one<Draft>(
      `SELECT id, title, question, pot_pence, ballot_type, rule, opens_at, closes_at, state, opens_at <= clock_timestamp() AS is_late
       FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`,
      [place, roundId],
    );
    if (draft?.state !== 'draft') return problem({ code: 'not-a-draft' });
    if (draft.is_late && !isImport) return problem({ code: 'opening-has-passed' });
    const projects = await tx.query<{ code: string; title: string; costPence: number; proposal_id: string | null }>(
      `SELECT code, title, cost_pence AS "costPence", proposal_id FROM round_project WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY position`,
      [place, roundId],
    );
    const asked = await this.putOnBallot(tx, projects);
    if (!asked.ok) return asked;
    const { publicKey, seedCommitment } = await this.keys.make(roundId);
    const rulesHash = hashOfRules({
      roundId,
      title: draft.title,
      question: draft.question,
      potPence: draft.pot_pence,
      ballotType: draft.ballot_type,
      rule: draft.rule,
      opensAt: draft.opens_at,
      closesAt: draft.closes_at,
      projects: projects.map(({ code, title, costPence }) => ({ code, title, costPence })),
      seedCommitment: seedCommitment.toString('hex'),
    });
    await tx.query(
      `UPDATE round SET state = 'announced', announced_at = clock_timestamp(), rules_hash = $3, seed_commitment = $4, public_key = $5, envelope_bytes = $6
       WHERE neighbourhood_id = $1 AND id = $2`,
      [place, roundId, rulesHash, seedCommitment, publicKey, envelopeBytesFor(projects.length)],
    );
    await record(tx, { type: 'round.announced', subjectId: roundId });
    return ok({ rulesHash: rulesHash.toString('hex') });
  }

  private async putOnBallot(
    tx: Tx,
    projects: readonly { title: string; proposal_id: string | null }[],
  ): Promise<Result<void, AnnounceRoundProblem>> {
    for (const { title, proposal_id: proposalId } of projects) {
      if (proposalId === null) continue;
      const moved = await tx.query(
        `UPDATE proposal SET state = 'on_ballot' WHERE neighbourhood_id = $1 AND id = $2 AND state = 'ready' RETURNING id`,
        [tx.actor.neighbourhoodId, proposalId],
      );
      if (moved.length === 0) return problem({ code: 'proposal-not-ready', proposal: title });
    }
    return ok(undefined);
  }
}
