import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ok, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { EventHandlers, type RecordedEvent } from '../../platform/events/handlers.ts';
import { programIn } from '../../platform/http/actor.ts';
import { ProposalEntity } from './proposal.entity.ts';
import { afterDecision } from './proposal.rules.ts';

/** The reasons are the decision's own and stand with it; here it is only said where to look. */
const seeDecision = 'The partnership decided this at a meeting. Its reasons stand with the decision.';

/** Moves a proposal on when the partnership's decision about it is published. Hearing of it again changes nothing. */
@Injectable()
export class OnDecisionPublished implements OnModuleInit {
  constructor(
    @Inject(EventHandlers) private readonly handlers: EventHandlers,
    @Inject(Transactions) private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.handlers.on(['decision.published'], async (event) => {
      const moved = await this.move(event);
      if (!moved.ok) throw new Error(`A proposal was not moved on: ${moved.problem.code}.`);
    });
  }

  private async move({ neighbourhoodId, details }: RecordedEvent): Promise<Result<void>> {
    const { proposalId, outcome, kind } = details;
    if (typeof proposalId !== 'string') return ok(undefined);
    return await this.transactions.run(programIn(neighbourhoodId), async (tx) => {
      const proposal = await tx.lock(ProposalEntity, proposalId);
      const state = proposal ? afterDecision(proposal.state, { outcome: String(outcome), spends: kind === 'spend' }) : null;
      if (!proposal || state === null) return ok(undefined);
      proposal.state = state;
      proposal.reason = state === 'deferred' || state === 'declined' ? seeDecision : null;
      proposal.nextStep = null;
      proposal.nextBy = null;
      await tx.save(ProposalEntity, proposal);
      return ok(undefined);
    });
  }
}
