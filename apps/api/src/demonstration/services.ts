import type { INestApplicationContext } from '@nestjs/common';
import { CastMany, RoundKeys } from '../modules/ballots/index.ts';
import { CountRound, publishWithin } from '../modules/counts/index.ts';
import { LedgerAccounts, LedgerPosts, SetsAside } from '../modules/ledger/index.ts';
import { Promises } from '../modules/projects/index.ts';
import { AnnounceRound, CloseRound, OpenRound } from '../modules/rounds/index.ts';

/** The doors that the story goes through: every pound by the ledger's, every ballot by the box's. */
export interface Services {
  readonly accounts: LedgerAccounts;
  readonly posts: LedgerPosts;
  readonly setsAside: SetsAside;
  readonly promises: Promises;
  readonly announceRound: AnnounceRound;
  readonly openRound: OpenRound;
  readonly closeRound: CloseRound;
  readonly countRound: CountRound;
  readonly castMany: CastMany;
  readonly roundKeys: RoundKeys;
  readonly publishResult: typeof publishWithin;
}

/** Takes the doors out of a running program. */
export function servicesOf(context: INestApplicationContext): Services {
  // biome-ignore lint/suspicious/noExplicitAny: a class as Nest takes it
  const get = <T>(type: abstract new (...parts: any[]) => T): T => context.get<T>(type, { strict: false });
  return {
    accounts: get(LedgerAccounts),
    posts: get(LedgerPosts),
    setsAside: get(SetsAside),
    promises: get(Promises),
    announceRound: get(AnnounceRound),
    openRound: get(OpenRound),
    closeRound: get(CloseRound),
    countRound: get(CountRound),
    castMany: get(CastMany),
    roundKeys: get(RoundKeys),
    publishResult: publishWithin,
  };
}
