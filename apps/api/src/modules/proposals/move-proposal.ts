import { Inject, Injectable } from '@nestjs/common';
import { penceFromPounds } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { ProposalMove } from '@pursestrings/contracts/look';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ProposalEntity } from './proposal.entity.ts';
import { checkMove, type MoveProblem } from './proposal.rules.ts';
import { personOf } from './write-proposal.ts';

/** What a member decides on a proposal; everything but the move may be left out. */
export interface MoveInput {
  readonly id: string;
  readonly move: ProposalMove;
  readonly reason?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly nextBy?: string | undefined;
  /** The cost that was checked, in pounds as typed. */
  readonly cost?: string | undefined;
}

type Problem = MoveProblem | FormProblem | { readonly code: 'proposal-not-found' | 'not-a-sum' };

const eventOf: Readonly<Record<ProposalMove, string>> = {
  publish: 'proposal.published',
  ask_changes: 'proposal.changes_asked',
  check: 'proposal.checking',
  ready: 'proposal.ready',
  not_possible: 'proposal.declined',
  decline: 'proposal.declined',
};

/** Moves a proposal on: looks at it, publishes it, asks for changes, checks it. Its author hears each step. */
@Injectable()
export class MoveProposal {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: MoveInput): Promise<Result<{ state: string; slug: string }, Problem>> {
    return this.transactions.run(actor, async (tx) => {
      const proposal = await tx.lock(ProposalEntity, input.id);
      if (!proposal || proposal.state === 'draft') return problem({ code: 'proposal-not-found' });
      const cost = input.cost === undefined || input.cost.trim() === '' ? proposal.costPence : penceFromPounds(input.cost);
      if (input.cost?.trim() && (cost === null || cost === 0)) return problem({ code: 'not-a-sum' });
      const allowed = checkMove(input.move, {
        state: proposal.state,
        hasCost: cost !== null,
        isOwn: proposal.authorId === actor.personId,
        hasInterest: await hasDeclaredInterest(tx, personOf(actor), proposal.id),
        hasReason: input.reason !== undefined,
      });
      if (!allowed.ok) return allowed;
      proposal.state = allowed.value;
      proposal.costPence = cost;
      proposal.reason = input.reason ?? null;
      proposal.nextStep = input.nextStep || null;
      proposal.nextBy = input.nextBy ?? null;
      if (input.move === 'publish') proposal.publishedAt ??= this.clock.now();
      await tx.save(ProposalEntity, proposal);
      await record(tx, { type: eventOf[input.move], subjectId: proposal.id });
      return ok({ state: proposal.state, slug: proposal.slug });
    });
  }
}

/** Whether somebody declared an interest in a proposal, on the register or for an item, that still holds. */
export async function hasDeclaredInterest(tx: Tx, personId: string, proposalId: string): Promise<boolean> {
  const found = await tx.one(
    `SELECT 1 FROM interest_declaration WHERE neighbourhood_id = $1 AND person_id = $2 AND proposal_id = $3
       AND (ends_on IS NULL OR ends_on > current_date) LIMIT 1`,
    [tx.actor.neighbourhoodId, personId, proposalId],
  );
  return found !== null;
}
