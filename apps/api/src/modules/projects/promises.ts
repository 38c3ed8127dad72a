import { Inject, Injectable } from '@nestjs/common';
import {
  type AwardId,
  type CommitmentId,
  type DecisionId,
  type LedgerAccountId,
  newId,
  newSlugEnding,
  type ProjectId,
  type ProposalId,
  slugFrom,
} from '@pursestrings/basics/ids';
import type { Pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import { LedgerAccounts, LedgerPosts, type Nature, type PostProblem } from '../ledger/index.ts';

/** What a carried decision promises: how much, to whom, out of which account; to a project of its own, or to one that goes on. */
export interface NewPromise {
  readonly decisionId: DecisionId;
  readonly title: string;
  readonly recipientId: string;
  readonly amountPence: Pence;
  /** Where it comes from: money set aside, or what is still to decide. */
  readonly fromAccountId: LedgerAccountId;
  readonly proposalId?: ProposalId | null;
  /** A project that goes on, whose next sum this is. */
  readonly projectId?: ProjectId | null;
  readonly nature: Nature;
  readonly theme?: string | null;
  readonly summary?: string;
  /** ISO day; today unless given. */
  readonly promisedOn?: string;
}

export interface Promised {
  readonly commitmentId: CommitmentId;
  readonly projectId: ProjectId;
  readonly projectSlug: string;
}

export type PromiseProblem =
  | PostProblem
  | { readonly code: 'account-not-found' }
  | { readonly code: 'recipient-not-found' }
  | { readonly code: 'project-not-found' };

/** Turns a decision into a promise: Governance asks, Money keeps it (domain.md, section 1). */
@Injectable()
export class Promises {
  constructor(
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the project (unless it goes on), the promise and its ledger entry, in the transaction of the decision. The database
   * refuses what no carried, quorate decision of that sum stands behind (M3) and what is not there (M2). A refusal leaves the transaction void.
   */
  async promise(tx: Tx, asked: NewPromise): Promise<Result<Promised, PromiseProblem>> {
    const from = await tx.one<{ awardId: AwardId }>(
      `SELECT award_id AS "awardId" FROM ledger.account WHERE neighbourhood_id = $1 AND id = $2`,
      [tx.actor.neighbourhoodId, asked.fromAccountId],
    );
    if (!from) return problem({ code: 'account-not-found' });
    const known = await tx.one(`SELECT id FROM recipient WHERE neighbourhood_id = $1 AND id = $2`, [
      tx.actor.neighbourhoodId,
      asked.recipientId,
    ]);
    if (!known) return problem({ code: 'recipient-not-found' });
    const project = await this.projectOf(tx, asked);
    if (!project) return problem({ code: 'project-not-found' });

    const accounts = await this.accounts.ofProject(tx, { id: project.id, nature: asked.nature, awardId: from.awardId });
    const commitmentId = await this.write(tx, asked, { projectId: project.id, awardId: from.awardId, accountId: accounts.promised });
    const posted = await this.posts.post(tx, {
      key: commitmentId,
      kind: 'promised',
      happenedOn: this.dayOf(asked),
      transfers: [{ from: asked.fromAccountId, to: accounts.promised, pence: asked.amountPence }],
      decisionId: asked.decisionId,
      memo: asked.title,
    });
    if (!posted.ok) return posted;
    await record(tx, { type: 'project.agreed', subjectId: project.id, details: { decision: asked.decisionId, pence: asked.amountPence } });
    return ok({ commitmentId, projectId: project.id, projectSlug: project.slug });
  }

  private dayOf(asked: NewPromise): string {
    return asked.promisedOn ?? ukDay(this.clock.now()).toString();
  }

  private async projectOf(tx: Tx, asked: NewPromise): Promise<{ id: ProjectId; slug: string } | null> {
    if (asked.projectId) {
      return await tx.one(`SELECT id, slug FROM project WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`, [
        tx.actor.neighbourhoodId,
        asked.projectId,
      ]);
    }
    const id = newId<'project'>();
    const slug = `${slugFrom(asked.title)}-${newSlugEnding()}`;
    await tx.query(
      `INSERT INTO project (neighbourhood_id, id, slug, title, proposal_id, recipient_id, state, nature, theme, summary, agreed_on)
       VALUES ($1, $2, $3, $4, $5, $6, 'agreed', $7, $8, $9, $10)`,
      [
        tx.actor.neighbourhoodId,
        id,
        slug,
        asked.title,
        asked.proposalId ?? null,
        asked.recipientId,
        asked.nature,
        asked.theme ?? null,
        asked.summary ?? '',
        this.dayOf(asked),
      ],
    );
    return { id, slug };
  }

  private async write(
    tx: Tx,
    asked: NewPromise,
    made: { projectId: ProjectId; awardId: AwardId; accountId: LedgerAccountId },
  ): Promise<CommitmentId> {
    const id = newId<'commitment'>();
    await tx.query(
      `INSERT INTO commitment (neighbourhood_id, id, project_id, decision_id, award_id, recipient_id, amount_pence, state, account_id, from_account_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
      [
        tx.actor.neighbourhoodId,
        id,
        made.projectId,
        asked.decisionId,
        made.awardId,
        asked.recipientId,
        asked.amountPence,
        made.accountId,
        asked.fromAccountId,
      ],
    );
    await tx.query(`INSERT INTO agreed_payee (neighbourhood_id, commitment_id, recipient_id, decision_id) VALUES ($1, $2, $3, $4)`, [
      tx.actor.neighbourhoodId,
      id,
      asked.recipientId,
      asked.decisionId,
    ]);
    return id;
  }
}
