import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Sessions } from './sessions.ts';

type Ended = Record<string, never>;

/** Ends sessions for their owner: this one, another one, all. */
@Injectable()
export class EndSessions {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Signs out. Without a session there is nothing to do, which is fine. */
  async thisOne(actor: Actor): Promise<Result<Ended, FormProblem>> {
    const { sessionId } = actor;
    if (sessionId === null) return ok({});
    return await this.transactions.run(actor, async (tx) => {
      await this.sessions.end(tx, sessionId);
      return ok({});
    });
  }

  /** Ends one of the actor's own. Somebody else's is not found. */
  async one(actor: Actor, sessionId: string): Promise<Result<Ended, { readonly code: 'not-found' } | FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      const own = await tx.one('SELECT id FROM session WHERE id = $1 AND account_id = $2', [sessionId, actor.accountId]);
      if (!own) return problem({ code: 'not-found' as const });
      await this.sessions.end(tx, sessionId);
      return ok({});
    });
  }

  /** Ends all of the actor's, this one too. */
  async all(actor: Actor): Promise<Result<Ended, FormProblem>> {
    const { accountId } = actor;
    if (accountId === null) return ok({});
    return await this.transactions.run(actor, async (tx) => {
      await this.sessions.endAll(tx, accountId);
      return ok({});
    });
  }
}
