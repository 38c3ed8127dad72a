import { Inject, Injectable } from '@nestjs/common';
import { ok, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Changes what the actor is called in their neighbourhood, and nothing else (L12). */
@Injectable()
export class SaveMyName {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, { name }: { readonly name: string }): Promise<Result<Record<string, never>, FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      await tx.query('UPDATE person SET name = $3 WHERE neighbourhood_id = $1 AND id = $2', [actor.neighbourhoodId, actor.personId, name]);
      return ok({});
    });
  }
}
