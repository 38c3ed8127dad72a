import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { declareInterest } from '@pursestrings/contracts/partnership';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Puts one's own interest on the public register. */
@Injectable()
export class DeclareInterest {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, interest: BodyOf<typeof declareInterest>): Promise<Answer<typeof declareInterest>> {
    return await this.transactions.run(actor, async (tx): Promise<Answer<typeof declareInterest>> => {
      const proposalId = interest.proposalId ?? null;
      if (
        proposalId !== null &&
        !(await tx.one(`SELECT id FROM proposal WHERE neighbourhood_id = $1 AND id = $2`, [actor.neighbourhoodId, proposalId]))
      ) {
        return problem({ code: 'proposal-not-found' });
      }
      const id = newId<'interest'>();
      await tx.query(
        `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, recipient_id, proposal_id, kind, about, declared_on, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $3)`,
        [
          actor.neighbourhoodId,
          id,
          actor.personId,
          interest.recipientId ?? null,
          proposalId,
          interest.kind,
          interest.about,
          ukDay(this.clock.now()).toString(),
        ],
      );
      await record(tx, { type: 'interest.registered', subjectId: id, details: { kind: interest.kind } });
      return ok({ id });
    });
  }
}
