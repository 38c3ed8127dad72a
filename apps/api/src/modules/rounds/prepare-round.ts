import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type DeadlineProblem, ukDeadline } from '@pursestrings/basics/time';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { prepareRound } from '@pursestrings/contracts/rounds';
import { neighbourhoodRule } from '@pursestrings/voting-rules/rules';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { RoundRule } from './round-rule.ts';
import { checkDates, type DatesProblem, type LimitProblem, limitsFor } from './rounds.rules.ts';

export type ProjectsProblem =
  | { readonly code: 'proposal-not-ready'; readonly proposal: string }
  | { readonly code: 'proposal-without-cost'; readonly proposal: string }
  | { readonly code: 'dearer-than-the-pot'; readonly proposal: string };
export type PrepareRoundProblem = DeadlineProblem | DatesProblem | LimitProblem | ProjectsProblem | FormProblem;

interface ReadyProposal {
  id: string;
  slug: string;
  title: string;
  what: string;
  cost_pence: number | null;
  state: string;
}

/** Makes a draft of a round out of ready proposals, under the neighbourhood's usual rule. */
@Injectable()
export class PrepareRound {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Titles, words and costs are taken from the proposals themselves, never from the form. Answers the draft's address. */
  async run(actor: Actor, input: BodyOf<typeof prepareRound>): Promise<Result<{ slug: string }, PrepareRoundProblem>> {
    const opensAt = ukDeadline(input.opensOn, input.opensTime);
    if (!opensAt.ok) return opensAt;
    const closesAt = ukDeadline(input.closesOn, input.closesTime);
    if (!closesAt.ok) return closesAt;
    const dates = checkDates(opensAt.value, closesAt.value);
    if (!dates.ok) return dates;
    const limits = limitsFor(input.ballotType, input.limits ?? {});
    if (!limits.ok) return limits;
    const rule: RoundRule = { count: neighbourhoodRule, limits: limits.value, ties: 'cost_supporters_lot' };
    return await this.transactions.run(actor, async (tx): Promise<Result<{ slug: string }, PrepareRoundProblem>> => {
      const proposals = await readyProposals(tx, input.proposals, input.potPence);
      if (!proposals.ok) return proposals;
      const id = newId<'round'>();
      const slug = `${slugFrom(input.title)}-${newSlugEnding()}`;
      await tx.query(
        `INSERT INTO round (neighbourhood_id, id, slug, title, question, pot_pence, ballot_type, rule, state, opens_at, closes_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10)`,
        [
          actor.neighbourhoodId,
          id,
          slug,
          input.title,
          input.question,
          input.potPence,
          input.ballotType,
          JSON.stringify(rule),
          opensAt.value.toString(),
          closesAt.value.toString(),
        ],
      );
      for (const [at, proposal] of proposals.value.entries()) {
        await tx.query(
          `INSERT INTO round_project (neighbourhood_id, round_id, code, position, proposal_id, title, summary, cost_pence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [actor.neighbourhoodId, id, `p${at + 1}`, at + 1, proposal.id, proposal.title, inSixtyWords(proposal.what), proposal.cost_pence],
        );
      }
      return ok({ slug });
    });
  }
}

async function readyProposals(tx: Tx, slugs: readonly string[], potPence: number): Promise<Result<ReadyProposal[], ProjectsProblem>> {
  const found = await tx.query<ReadyProposal>(
    `SELECT id, slug, title, what, cost_pence, state FROM proposal WHERE neighbourhood_id = $1 AND slug = ANY($2)`,
    [tx.actor.neighbourhoodId, slugs],
  );
  const chosen: ReadyProposal[] = [];
  for (const slug of new Set(slugs)) {
    const proposal = found.find((one) => one.slug === slug);
    if (proposal?.state !== 'ready') return problem({ code: 'proposal-not-ready', proposal: slug });
    if (proposal.cost_pence === null) return problem({ code: 'proposal-without-cost', proposal: slug });
    if (proposal.cost_pence > potPence) return problem({ code: 'dearer-than-the-pot', proposal: slug });
    chosen.push(proposal);
  }
  return ok(chosen);
}

/** The first sixty words: what a ballot shows of a proposal. */
function inSixtyWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= 60 ? words.join(' ') : `${words.slice(0, 60).join(' ')} …`;
}
