import { Inject, Injectable } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { agreeTerms } from '@pursestrings/contracts/partnership';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Writes the next version of our rules. Two at once are two versions, never one lost: the place's row is locked. */
@Injectable()
export class AgreeTerms {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, terms: BodyOf<typeof agreeTerms>): Promise<Answer<typeof agreeTerms>> {
    return await this.transactions.run(actor, async (tx): Promise<Answer<typeof agreeTerms>> => {
      if (terms.quorumNumerator > terms.quorumDenominator) return problem({ code: 'quorum-above-all' });
      await tx.query(`SELECT id FROM neighbourhood WHERE id = $1 FOR UPDATE`, [actor.neighbourhoodId]);
      const row = await tx.one<{ version: number }>(
        `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name,
           second_approval_above_pence, decider_limit_pence, agreed_on)
         SELECT $1::uuid, coalesce(max(version), 0) + 1, $2::int, $3::int, $4::int, $5, $6::boolean, $7::bigint, $8::bigint, $9::date
         FROM terms_of_reference WHERE neighbourhood_id = $1 RETURNING version`,
        [
          actor.neighbourhoodId,
          terms.quorumNumerator,
          terms.quorumDenominator,
          terms.quorumLeast,
          terms.majority,
          terms.votesByName,
          terms.secondApprovalAbovePence,
          terms.deciderLimitPence,
          terms.agreedOn,
        ],
      );
      if (!row || actor.neighbourhoodId === null) throw new Error('A version of our rules was not written.');
      await record(tx, { type: 'partnership.terms_agreed', subjectId: actor.neighbourhoodId, details: { version: row.version } });
      return ok({ version: row.version });
    });
  }
}
