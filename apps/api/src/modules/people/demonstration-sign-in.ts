import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { CONFIG, type Config } from '../../config.ts';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Sessions, type SignedIn } from './sessions.ts';

/** Signs in as one of a demonstration's people by one button, second factor and all. Refused anywhere else. */
@Injectable()
export class DemonstrationSignIn {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(
    actor: Actor,
    { person, formId }: { readonly person: string; readonly formId: string },
  ): Promise<Result<SignedIn, { readonly code: 'not-found' } | FormProblem>> {
    if (!this.config.demonstration) return problem({ code: 'not-found' });
    return await this.transactions.run(actor, async (tx) => {
      const known = await tx.one<{ account_id: string; place_slug: string }>(
        'SELECT account_id, place_slug FROM demonstration_people() WHERE person_id = $1',
        [person],
      );
      if (!known) return problem({ code: 'not-found' as const });
      return ok(await this.sessions.begin(tx, { accountId: known.account_id, formId, withSecondFactor: true, place: known.place_slug }));
    });
  }
}
