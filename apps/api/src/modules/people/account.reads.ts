import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readMyAccount, readMyProfile } from '@pursestrings/contracts/people';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { officesWithSecondFactor } from './sign-in.rules.ts';

type Account = ResponseOf<typeof readMyAccount>;

/** What stands on somebody's own pages. */
@Injectable()
export class AccountReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** What the actor is called in their neighbourhood; null where they are nobody there. */
  async name(actor: Actor): Promise<string | null> {
    if (actor.personId === null) return null;
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<{ name: string }>('SELECT name FROM person WHERE neighbourhood_id = $1 AND id = $2', [actor.neighbourhoodId, actor.personId]),
    );
    return row?.name ?? null;
  }

  /** The actor's account, with their places and their sessions that have not ended. */
  async account(actor: Actor): Promise<Account> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<Omit<Account, 'secondFactorWanted'> & { offices: string[] }>(
        `SELECT a.email, a.password_hash IS NOT NULL AS "hasPassword", a.totp_confirmed_at IS NOT NULL AS "hasSecondFactor", offices_of(a.id) AS offices,
           ARRAY(SELECT jsonb_build_object('slug', p.slug, 'name', p.name) FROM places_of(a.id) p) AS places,
           ARRAY(SELECT jsonb_build_object('id', s.id, 'startedAt', s.created_at, 'seenAt', s.seen_at, 'isThisOne', s.id = $2)
             FROM session s WHERE s.account_id = a.id AND s.ended_at IS NULL AND s.expires_at > now()
               AND s.seen_at + make_interval(mins => s.idle_minutes) > now() ORDER BY s.created_at DESC, s.id) AS sessions
         FROM account a WHERE a.id = $1`,
        [actor.accountId, actor.sessionId],
      ),
    );
    if (!row) throw new Error('Somebody signed in has no account.');
    const { offices, ...account } = row;
    const wanted = actor.secondFactorAt === null && offices.some((office) => officesWithSecondFactor.includes(office));
    return { ...account, secondFactorWanted: wanted };
  }

  /** The actor as their neighbourhood knows them. */
  async profile(actor: Actor): Promise<ResponseOf<typeof readMyProfile>> {
    return { name: (await this.name(actor)) ?? '', isVerifiedResident: actor.roles.has('verified_resident') };
  }
}
