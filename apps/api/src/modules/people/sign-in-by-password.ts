import { Inject, Injectable } from '@nestjs/common';
import { ok, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Sessions, type SignedIn } from './sessions.ts';

/** Begins the session of somebody whose password was right. */
@Injectable()
export class SignInByPassword {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async run(
    actor: Actor,
    { accountId, formId }: { readonly accountId: string; readonly formId: string },
  ): Promise<Result<SignedIn, FormProblem>> {
    return await this.transactions.run(actor, async (tx) => ok(await this.sessions.begin(tx, { accountId, formId })));
  }
}
