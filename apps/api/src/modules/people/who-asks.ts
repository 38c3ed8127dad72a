import { Inject, Injectable } from '@nestjs/common';
import { idOf } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { Temporal } from '@pursestrings/basics/time';
import type { Role } from '@pursestrings/contracts/endpoint';
import { Transactions } from '../../platform/database/transactions.ts';
import { type Actor, nobody } from '../../platform/http/actor.ts';
import type { Visit, WhoAsks } from '../../platform/http/who-asks.ts';
import { officesWithSecondFactor } from './sign-in.rules.ts';
import { hashOfToken } from './sign-in-secrets.ts';

interface Row {
  neighbourhood_id: string | null;
  session_id: string | null;
  account_id: string | null;
  csrf_token: string | null;
  second_factor_at: string | null;
  seen_long_ago: boolean | null;
  person_id: string | null;
  roles: Role[];
}

/** Finds the session, the person it is in the place, and what they may do there today, in one statement. */
@Injectable()
export class SessionWhoAsks implements WhoAsks {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async identify(visit: Visit): Promise<Actor | null> {
    const row = await this.transactions.read(nobody, (tx) =>
      tx.one<Row>(
        `SELECT neighbourhood_id, session_id, account_id, csrf_token, second_factor_at, seen_long_ago, person_id, roles FROM who_asks($1, $2)`,
        [visit.sessionToken === null ? null : hashOfToken(visit.sessionToken), visit.placeSlug],
      ),
    );
    if (!row) throw new Error('who_asks always answers one row.');
    if (visit.placeSlug !== null && row.neighbourhood_id === null) return null;
    if (row.session_id !== null && row.seen_long_ago) await this.noteSeen(row.session_id);
    const programme = visit.programmeSlug === null ? null : await this.programme(row.account_id, visit.programmeSlug);
    if (visit.programmeSlug !== null && programme === null) return null;
    if (programme?.is_officer) row.roles.push('funder');
    const heldBack = row.second_factor_at === null ? row.roles.filter((role) => officesWithSecondFactor.includes(role)) : [];
    return {
      neighbourhoodId: row.neighbourhood_id === null ? null : idOf(row.neighbourhood_id),
      accountId: row.account_id === null ? null : idOf(row.account_id),
      personId: row.person_id === null ? null : idOf(row.person_id),
      roles: new Set(row.roles.filter((role) => !heldBack.includes(role))),
      heldBackRoles: new Set(heldBack),
      secondFactorAt: row.second_factor_at === null ? null : Temporal.Instant.from(row.second_factor_at),
      programmeId: programme?.programme_id ?? null,
      csrfToken: row.csrf_token,
      sessionId: row.session_id,
    };
  }

  /** The programme of that short name, and whether it is the account's to keep; null where it is not published and not theirs. */
  private async programme(accountId: string | null, slug: string): Promise<{ programme_id: string; is_officer: boolean } | null> {
    return await this.transactions.read(nobody, (tx) =>
      tx.one('SELECT programme_id, is_officer FROM which_programme($1, $2)', [accountId, slug]),
    );
  }

  /** At most once a minute, so that reading stays reading. */
  private async noteSeen(sessionId: string): Promise<void> {
    await this.transactions.run(nobody, async (tx) => {
      await tx.query(`UPDATE session SET seen_at = now() WHERE id = $1 AND seen_at < now() - interval '1 minute'`, [sessionId]);
      return ok(undefined);
    });
  }
}
