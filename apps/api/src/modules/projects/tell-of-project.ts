import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { tellOfProject } from '@pursestrings/contracts/projects';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

export type News = Omit<BodyOf<typeof tellOfProject>, 'formId'>;
export type TellProblem = { readonly code: 'project-not-found' | 'day-without-step' | 'money-still-promised' };

/** Tells everyone how a project goes on: what happened, how it stands, what comes next and by when. */
@Injectable()
export class TellOfProject {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A project is closed or cancelled only once nothing is promised to it any more. */
  async run(actor: Actor, slug: string, news: News) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ slug: string }, TellProblem>> => {
      const project = await tx.one<{ id: string; slug: string }>(
        `SELECT id, slug FROM project WHERE neighbourhood_id = $1 AND slug = $2 FOR UPDATE`,
        [actor.neighbourhoodId, slug],
      );
      if (!project) return problem({ code: 'project-not-found' });
      if (news.nextBy !== null && news.nextStep === null) return problem({ code: 'day-without-step' });
      if (news.state === 'closed' || news.state === 'cancelled') {
        const left = await tx.one(
          `SELECT 1 FROM ledger.account WHERE neighbourhood_id = $1 AND subject_id = $2 AND kind IN ('promised', 'owed') AND balance_pence > 0`,
          [actor.neighbourhoodId, project.id],
        );
        if (left) return problem({ code: 'money-still-promised' });
      }
      await tx.query(
        `INSERT INTO project_update (neighbourhood_id, id, project_id, words, on_day, person_id) VALUES ($1, $2, $3, $4, $5, $6)`,
        [actor.neighbourhoodId, newId<'project-update'>(), project.id, news.words, ukDay(this.clock.now()).toString(), actor.personId],
      );
      await tx.query(
        `UPDATE project SET state = $3, next_step = $4, next_by = $5, learnt = coalesce($6, learnt) WHERE neighbourhood_id = $1 AND id = $2`,
        [actor.neighbourhoodId, project.id, news.state, news.nextStep, news.nextBy, news.learnt],
      );
      await record(tx, { type: 'project.updated', subjectId: project.id, details: { state: news.state } });
      return ok({ slug: project.slug });
    });
  }
}
