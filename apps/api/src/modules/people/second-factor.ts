import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Limits } from './limits.ts';
import { limits } from './sign-in.rules.ts';
import { SignInSecrets } from './sign-in-secrets.ts';
import { base32, otpauthLink, stepOfCode } from './time-codes.ts';

interface Row {
  email: string | null;
  totp_secret: Buffer | null;
  totp_confirmed_at: string | null;
  totp_last_step: number | null;
}

export type CodeProblem = { readonly code: 'code-wrong' | 'no-second-factor' | 'has-second-factor' | 'too-many-tries' };

/** The second factor of an account: codes from an app on a phone. Set up, confirmed by a first code, then given. */
@Injectable()
export class SecondFactor {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(SignInSecrets) private readonly secrets: SignInSecrets,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The secret to be typed into the app. Asked again before it is confirmed, it is the same one. */
  async begin(actor: Actor): Promise<Result<{ secret: string; link: string }, { readonly code: 'has-second-factor' } | FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      const row = await this.lock(tx);
      if (row.totp_confirmed_at !== null) return problem({ code: 'has-second-factor' as const });
      const secret = row.totp_secret === null ? randomBytes(20) : this.secrets.open(row.totp_secret, String(actor.accountId));
      if (row.totp_secret === null) {
        await tx.query('UPDATE account SET totp_secret = $2 WHERE id = $1', [
          actor.accountId,
          this.secrets.seal(secret, String(actor.accountId)),
        ]);
      }
      return ok({ secret: base32(secret), link: otpauthLink(secret, row.email ?? 'account') });
    });
  }

  /** Ends the setting-up by a first code. */
  async confirm(actor: Actor, code: string): Promise<Result<Record<string, never>, CodeProblem | FormProblem>> {
    return await this.withCode(actor, code, { toConfirm: true });
  }

  /** Takes a code: from now on the session has its second factor, fresh for five minutes. */
  async give(actor: Actor, code: string): Promise<Result<Record<string, never>, CodeProblem | FormProblem>> {
    return await this.withCode(actor, code, { toConfirm: false });
  }

  private async withCode(
    actor: Actor,
    code: string,
    { toConfirm }: { readonly toConfirm: boolean },
  ): Promise<Result<Record<string, never>, CodeProblem | FormProblem>> {
    const answer = await this.transactions.run(actor, async (tx): Promise<Result<{ readonly isRight: boolean }, CodeProblem>> => {
      const row = await this.lock(tx);
      if (toConfirm && row.totp_confirmed_at !== null) return problem({ code: 'has-second-factor' });
      if (row.totp_secret === null || (!toConfirm && row.totp_confirmed_at === null)) return problem({ code: 'no-second-factor' });
      const key = String(actor.accountId);
      if (!(await this.limits.allow(tx, limits.secondFactor, key))) return problem({ code: 'too-many-tries' });
      const now = this.clock.now();
      const step = stepOfCode(this.secrets.open(row.totp_secret, key), code, { atMs: now.epochMilliseconds, lastStep: row.totp_last_step });
      // A wrong code is not a refusal here: that would undo the count.
      if (step === null) return ok({ isRight: false });
      await this.limits.forget(tx, limits.secondFactor, key);
      await tx.query('UPDATE account SET totp_last_step = $2, totp_confirmed_at = coalesce(totp_confirmed_at, $3) WHERE id = $1', [
        key,
        step,
        now.toString(),
      ]);
      await tx.query('UPDATE session SET second_factor_at = $2 WHERE id = $1', [actor.sessionId, now.toString()]);
      return ok({ isRight: true });
    });
    if (!answer.ok) return answer;
    return answer.value.isRight ? ok({}) : problem({ code: 'code-wrong' });
  }

  private async lock(tx: Tx): Promise<Row> {
    const row = await tx.one<Row>('SELECT email, totp_secret, totp_confirmed_at, totp_last_step FROM account WHERE id = $1 FOR UPDATE', [
      tx.actor.accountId,
    ]);
    if (!row) throw new Error('Somebody signed in has no account.');
    return row;
  }
}
