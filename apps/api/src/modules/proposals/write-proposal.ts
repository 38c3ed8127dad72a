import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { decimalPounds, penceFromPounds } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { longestAnswer, type ProposalQuestion } from '@pursestrings/contracts/proposals';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { startFollowing } from '../following/index.ts';
import { ProposalEntity } from './proposal.entity.ts';
import { canWithdraw, isAuthorsTurn, missingAnswers } from './proposal.rules.ts';

type NotTheirs = { readonly code: 'proposal-not-found' } | { readonly code: 'not-yours-to-change-now' };
type Refused<P> = P | FormProblem;

const mostDrafts = 10;

/** What an author does with a proposal of their own: begin it, answer its questions one by one, send it, take it back. */
@Injectable()
export class WriteProposal {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins a proposal with its title. Its author follows it from now on. */
  start(actor: Actor, title: string): Promise<Result<{ id: string }, Refused<{ readonly code: 'too-many-drafts' }>>> {
    return this.transactions.run(actor, async (tx) => {
      const authorId = personOf(actor);
      const drafts = await tx.one<{ n: number }>(
        `SELECT count(*)::int AS n FROM proposal WHERE neighbourhood_id = $1 AND author_id = $2 AND state = 'draft'`,
        [actor.neighbourhoodId, authorId],
      );
      if ((drafts?.n ?? 0) >= mostDrafts) return problem({ code: 'too-many-drafts' });
      const id = newId<'proposal'>();
      await tx.query(`INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, state) VALUES ($1, $2, $3, $4, $5, 'draft')`, [
        actor.neighbourhoodId,
        id,
        `${slugFrom(title)}-${newSlugEnding()}`,
        authorId,
        title,
      ]);
      await startFollowing(tx, authorId, { kind: 'proposal', id: id });
      return ok({ id });
    });
  }

  /** Keeps one answer as it was typed. A cost must be a sum in pounds, or empty. */
  save(
    actor: Actor,
    input: { readonly id: string; readonly question: ProposalQuestion; readonly answer: string },
  ): Promise<Result<ProposalEntity, Refused<NotTheirs | { readonly code: 'answer-too-long' | 'not-a-sum' }>>> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.own(tx, input.id);
      if (!found.ok) return found;
      if (input.answer.length > longestAnswer[input.question]) return problem({ code: 'answer-too-long' });
      const proposal = found.value;
      if (input.question === 'cost') {
        const cost = input.answer.trim() === '' ? null : penceFromPounds(input.answer);
        if (cost === 0 || (cost === null && input.answer.trim() !== '')) return problem({ code: 'not-a-sum' });
        proposal.costPence = cost;
      } else {
        proposal[input.question === 'where' ? 'whereItIs' : input.question] = input.answer.trim();
      }
      // A draft's address follows its title until it is sent.
      if (input.question === 'title' && proposal.submittedAt === null)
        proposal.slug = `${slugFrom(proposal.title)}-${proposal.slug.slice(-6)}`;
      return ok(await tx.save(ProposalEntity, proposal));
    });
  }

  /** Sends it to the partnership, who look at it before it is public. */
  send(actor: Actor, id: string): Promise<Result<{ state: 'submitted' }, Refused<NotTheirs | { readonly code: 'answers-missing' }>>> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.own(tx, id);
      if (!found.ok) return found;
      const proposal = found.value;
      if (missingAnswers(answersOf(proposal)).length > 0) return problem({ code: 'answers-missing' });
      proposal.state = 'submitted';
      proposal.submittedAt = this.clock.now();
      await tx.save(ProposalEntity, proposal);
      await record(tx, { type: 'proposal.submitted', subjectId: proposal.id });
      return ok({ state: 'submitted' });
    });
  }

  /** Takes it back, until a vote or the partnership has it. */
  withdraw(
    actor: Actor,
    id: string,
  ): Promise<Result<{ state: 'withdrawn' }, Refused<{ readonly code: 'proposal-not-found' | 'too-late-to-withdraw' }>>> {
    return this.transactions.run(actor, async (tx) => {
      const proposal = await tx.lock(ProposalEntity, id);
      if (!proposal || proposal.authorId !== actor.personId) return problem({ code: 'proposal-not-found' });
      if (!canWithdraw(proposal.state)) return problem({ code: 'too-late-to-withdraw' });
      proposal.state = 'withdrawn';
      await tx.save(ProposalEntity, proposal);
      await record(tx, { type: 'proposal.withdrawn', subjectId: proposal.id });
      return ok({ state: 'withdrawn' });
    });
  }

  private async own(tx: Tx, id: string): Promise<Result<ProposalEntity, NotTheirs>> {
    const proposal = await tx.lock(ProposalEntity, id);
    if (!proposal || proposal.authorId !== tx.actor.personId) return problem({ code: 'proposal-not-found' });
    if (!isAuthorsTurn(proposal.state)) return problem({ code: 'not-yours-to-change-now' });
    return ok(proposal);
  }
}

/** The answers as they stand in the form; a cost as pounds, with pence only where there are any. */
export function answersOf(proposal: ProposalEntity): Record<ProposalQuestion, string> {
  const { title, what, why, who, whereItIs, costPence } = proposal;
  return { title, what, why, who, where: whereItIs, cost: costPence === null ? '' : decimalPounds(costPence).replace(/\.00$/, '') };
}

/** Endpoints that reach here are for residents, who are always somebody in the place. */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Error('Somebody without a name in the place came through the guard.');
  return actor.personId;
}
