import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { readMe } from '@pursestrings/contracts/people';
import { CONFIG, type Config } from '../../config.ts';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { whyNot } from '../../platform/http/actor.guard.ts';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { FormTokens } from '../../platform/http/form-token.ts';

/** Tells a page who is looking at it. */
@Controller()
export class MeController {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(readMe)
  async read(@TheAsked() { actor }: Asked<typeof readMe>): Answers<typeof readMe> {
    const named = actor.personId
      ? await this.transactions.read(actor, (tx) =>
          tx.one<{ name: string }>('SELECT name FROM person WHERE neighbourhood_id = $1 AND id = $2', [
            actor.neighbourhoodId,
            actor.personId,
          ]),
        )
      : null;
    const needsSecondFactor = { who: 'signed-in', freshSecondFactor: true } as const;
    return ok({
      signedIn: actor.accountId !== null,
      name: named?.name ?? null,
      roles: [...actor.roles],
      csrfToken: this.formTokens.of(actor),
      secondFactorFresh: actor.accountId !== null && whyNot(needsSecondFactor, actor, this.clock.now()) === null,
      demonstration: this.config.demonstration,
    });
  }
}
