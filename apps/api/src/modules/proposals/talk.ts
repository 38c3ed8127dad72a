import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { startFollowing } from '../following/index.ts';
import { privateStates } from './proposal.rules.ts';
import { personOf } from './write-proposal.ts';

type NotFound = { readonly code: 'proposal-not-found' };

/** Backing a published proposal and talking about it. Whoever does either follows it from then on. */
@Injectable()
export class Talk {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Backs a proposal, or no longer. Backing twice is backing once. */
  support(
    actor: Actor,
    input: { readonly slug: string; readonly support: boolean },
  ): Promise<Result<{ supported: boolean; supports: number }, NotFound | FormProblem>> {
    return this.transactions.run(actor, async (tx) => {
      const id = await publicId(tx, input.slug);
      if (id === null) return problem({ code: 'proposal-not-found' });
      const key = [actor.neighbourhoodId, id, personOf(actor)];
      if (input.support) {
        await tx.query(
          `INSERT INTO proposal_support (neighbourhood_id, proposal_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
          key,
        );
        await startFollowing(tx, personOf(actor), { kind: 'proposal', id: id });
      } else {
        await tx.query(`DELETE FROM proposal_support WHERE neighbourhood_id = $1 AND proposal_id = $2 AND person_id = $3`, key);
      }
      const count = await tx.one<{ n: number }>(
        `SELECT count(*)::int AS n FROM proposal_support WHERE neighbourhood_id = $1 AND proposal_id = $2`,
        key.slice(0, 2),
      );
      return ok({ supported: input.support, supports: count?.n ?? 0 });
    });
  }

  /** Says something. Somebody's first words here are held until a member has looked; the council and the partnership are marked as such. */
  comment(
    actor: Actor,
    input: { readonly slug: string; readonly words: string },
  ): Promise<Result<{ held: boolean }, NotFound | FormProblem>> {
    return this.transactions.run(actor, async (tx) => {
      const proposalId = await publicId(tx, input.slug);
      if (proposalId === null) return problem({ code: 'proposal-not-found' });
      const saidAs = saidAsOf(actor);
      const known = await tx.one(`SELECT 1 FROM proposal_comment WHERE neighbourhood_id = $1 AND person_id = $2 AND NOT held LIMIT 1`, [
        actor.neighbourhoodId,
        personOf(actor),
      ]);
      const held = saidAs === 'resident' && known === null;
      await tx.query(
        `INSERT INTO proposal_comment (neighbourhood_id, id, proposal_id, person_id, words, said_as, held) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [actor.neighbourhoodId, newId(), proposalId, personOf(actor), input.words, saidAs, held],
      );
      await startFollowing(tx, personOf(actor), { kind: 'proposal', id: proposalId });
      await record(tx, { type: held ? 'proposal.comment_held' : 'proposal.commented', subjectId: proposalId });
      return ok({ held });
    });
  }

  /** Publishes held words, or takes them away. */
  lookAtComment(
    actor: Actor,
    input: { readonly id: string; readonly publish: boolean },
  ): Promise<Result<{ published: boolean }, FormProblem | { readonly code: 'comment-not-found' }>> {
    return this.transactions.run(actor, async (tx) => {
      const [comment] = await tx.query<{ proposal_id: string }>(
        `UPDATE proposal_comment SET held = false, removed = $3 WHERE neighbourhood_id = $1 AND id = $2 AND held RETURNING proposal_id`,
        [actor.neighbourhoodId, input.id, !input.publish],
      );
      if (!comment) return problem({ code: 'comment-not-found' });
      await record(tx, { type: input.publish ? 'proposal.commented' : 'proposal.comment_removed', subjectId: comment.proposal_id });
      return ok({ published: input.publish });
    });
  }
}

function saidAsOf(actor: Actor): 'resident' | 'partnership' | 'council' {
  if (actor.roles.has('liaison_officer')) return 'council';
  return actor.roles.has('member') || actor.roles.has('chair') ? 'partnership' : 'resident';
}

async function publicId(tx: Tx, slug: string): Promise<string | null> {
  const row = await tx.one<{ id: string }>(`SELECT id FROM proposal WHERE neighbourhood_id = $1 AND slug = $2 AND NOT state = ANY($3)`, [
    tx.actor.neighbourhoodId,
    slug,
    privateStates,
  ]);
  return row?.id ?? null;
}
