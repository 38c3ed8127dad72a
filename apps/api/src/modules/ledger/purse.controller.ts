import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { readAccount, readEntry, readMoney, readPurse } from '@pursestrings/contracts/money';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { PurseReads } from './purse.reads.ts';

/** The purse in public: its figures, and the way from each to the entries it is made of. */
@Controller()
export class PurseController {
  constructor(@Inject(PurseReads) private readonly reads: PurseReads) {}

  @Serves(readPurse)
  async purse(@TheAsked() { actor }: Asked<typeof readPurse>): Answers<typeof readPurse> {
    return ok({ purse: await this.reads.purse(actor) });
  }

  @Serves(readMoney)
  async money(@TheAsked() { actor }: Asked<typeof readMoney>): Answers<typeof readMoney> {
    return ok(await this.reads.money(actor));
  }

  @Serves(readAccount)
  async account(@TheAsked() { actor, params, query }: Asked<typeof readAccount>): Answers<typeof readAccount> {
    const found = await this.reads.account(actor, params.account, query.before);
    return found ? ok(found) : problem({ code: 'not-found' });
  }

  @Serves(readEntry)
  async entry(@TheAsked() { actor, params }: Asked<typeof readEntry>): Answers<typeof readEntry> {
    const entry = await this.reads.entry(actor, Number(params.seq));
    return entry ? ok({ entry }) : problem({ code: 'not-found' });
  }
}
