import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { signInByCode } from '@pursestrings/contracts/sign-in';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config.ts';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/transactions.ts';
import { sessionCookie } from '../../platform/http/session-cookie.ts';
import { secondFactorOf, sessionLengths } from './sign-in.rules.ts';
import { hashOfToken, SignInSecrets } from './sign-in-secrets.ts';

/** What signing in answers. */
export type SignedIn = ResponseOf<typeof signInByCode>;

/** A session about to begin: whose, by which form, and whether a second factor came with it. */
export interface NewSession {
  readonly accountId: string;
  readonly formId: string;
  readonly withSecondFactor?: boolean;
  /** The neighbourhood that was just joined, by its short name. */
  readonly place?: string | null;
}

const cookieSeconds = 90 * 24 * 60 * 60;

/** Begins and ends sessions. They are rows; the cookie holds a random-looking token of which the row keeps the hash. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(SignInSecrets) private readonly secrets: SignInSecrets,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins a session in the transaction of a sign-in. The browser's session before, if any, ends. */
  async begin(tx: Tx, { accountId, formId, withSecondFactor = false, place = null }: NewSession): Promise<SignedIn> {
    if (tx.actor.sessionId !== null) await this.end(tx, tx.actor.sessionId);
    const account = await tx.one<{ offices: string[]; is_set_up: boolean; places: string[] }>(
      `SELECT offices_of(id) AS offices, totp_confirmed_at IS NOT NULL AS is_set_up, ARRAY(SELECT slug FROM places_of(id)) AS places
       FROM account WHERE id = $1 AND erased_at IS NULL`,
      [accountId],
    );
    if (!account) throw new Error('A session begins for an account that is not there.');
    const { idleMinutes, mostMinutes } = sessionLengths(account.offices);
    await tx.query(
      `INSERT INTO session (id, token_hash, account_id, csrf_token, second_factor_at, idle_minutes, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))`,
      [
        newId(),
        hashOfToken(this.secrets.sessionTokenOf(formId)),
        accountId,
        randomBytes(32).toString('base64url'),
        withSecondFactor ? this.clock.now().toString() : null,
        idleMinutes,
        mostMinutes,
      ],
    );
    const only = account.places.length === 1 ? (account.places[0] ?? null) : null;
    return { secondFactor: withSecondFactor ? 'not-needed' : secondFactorOf(account.offices, account.is_set_up), place: place ?? only };
  }

  /** Ends one session. */
  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.query('UPDATE session SET ended_at = now() WHERE id = $1 AND ended_at IS NULL', [sessionId]);
  }

  /** Ends all sessions of an account, but for one where it is named. */
  async endAll(tx: Tx, accountId: string, butFor: string | null = null): Promise<void> {
    await tx.query('UPDATE session SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2', [
      accountId,
      butFor,
    ]);
  }

  /** Gives the browser the cookie of the session that the form `formId` began. */
  giveCookie(reply: FastifyReply, formId: string): void {
    void reply.header('set-cookie', sessionCookie(this.secrets.sessionTokenOf(formId), this.isSecure, cookieSeconds));
  }

  /** Takes the session's cookie from the browser. */
  takeCookie(reply: FastifyReply): void {
    void reply.header('set-cookie', sessionCookie('', this.isSecure, 0));
  }

  private get isSecure(): boolean {
    return this.config.publicUrl.startsWith('https://');
  }
}
