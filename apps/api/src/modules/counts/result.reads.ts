import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readResult } from '@pursestrings/contracts/results';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { CountInputs, fileOf } from './count-inputs.ts';
import { fewestBallotsToPublish, resultView, type StoredResult } from './result.view.ts';

type Row = StoredResult & { title: string; closesAt: string; imported: boolean };

/** What pages show of a result. Before it is verified, only those who check it and the chair see it. */
@Injectable()
export class ResultReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CountInputs) private readonly inputs: CountInputs,
  ) {}

  /** The latest result of the round with this address; null when there is none for who asks. */
  async page(actor: Actor, slug: string): Promise<ResponseOf<typeof readResult> | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<Row>(
        `SELECT r.title, r.closes_at AS "closesAt", r.imported, r.state, encode(r.seed, 'hex') AS seed, v.version, v.document, v.words, v.digest,
           (SELECT count(*)::int FROM scrutineer_confirmation c WHERE c.neighbourhood_id = v.neighbourhood_id AND c.round_id = v.round_id) AS confirmations,
           (SELECT jsonb_object_agg(p.code, q.slug) FROM round_project p LEFT JOIN proposal q ON q.neighbourhood_id = p.neighbourhood_id AND q.id = p.proposal_id
            WHERE p.neighbourhood_id = v.neighbourhood_id AND p.round_id = v.round_id) AS slugs
         FROM round r JOIN round_result v ON v.neighbourhood_id = r.neighbourhood_id AND v.round_id = r.id
         WHERE r.neighbourhood_id = $1 AND r.slug = $2 AND r.state IN ('provisional', 'verified', 'published', 'recounted')
         ORDER BY v.version DESC LIMIT 1`,
        [actor.neighbourhoodId, slug],
      ),
    );
    if (!row || (isStillChecked(row.state) && !mayCheck(actor))) return null;
    return { title: row.title, closesAt: row.closesAt, imported: row.imported, result: resultView(row) };
  }

  /** The ballots' file as text: public from 30 ballots up; below that, and before publication, for the vote checkers. */
  async file(
    actor: Actor,
    slug: string,
  ): Promise<Result<{ text: string; digest: string }, { readonly code: 'no-result-yet' } | { readonly code: 'too-few-ballots' }>> {
    return await this.transactions.read(actor, async (tx) => {
      const round = await tx.one<{ id: string; state: string; ballots: number }>(
        `SELECT r.id, r.state, v.ballots FROM round r JOIN round_result v ON v.neighbourhood_id = r.neighbourhood_id AND v.round_id = r.id
         WHERE r.neighbourhood_id = $1 AND r.slug = $2 AND r.state IN ('provisional', 'verified', 'published', 'recounted') ORDER BY v.version DESC LIMIT 1`,
        [actor.neighbourhoodId, slug],
      );
      if (!round || (isStillChecked(round.state) && !mayCheck(actor))) return problem({ code: 'no-result-yet' });
      if (round.ballots < fewestBallotsToPublish && !actor.roles.has('scrutineer')) return problem({ code: 'too-few-ballots' });
      return ok(fileOf((await this.inputs.of(tx, round.id)).input));
    });
  }
}

function isStillChecked(state: string): boolean {
  return state === 'provisional' || state === 'verified';
}

function mayCheck(actor: Actor): boolean {
  return actor.roles.has('scrutineer') || actor.roles.has('chair');
}
