import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Limits } from './limits.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { checkPassword, limits } from './sign-in.rules.ts';

export type SetPasswordProblem = { readonly code: 'current-password-wrong' | 'password-too-easy' | 'too-many-tries' };

/** Sets or changes the actor's password, and ends all their other sessions. */
@Injectable()
export class SetMyPassword {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async run(
    actor: Actor,
    { current, password }: { readonly current?: string | undefined; readonly password: string },
  ): Promise<Result<Record<string, never>, SetPasswordProblem>> {
    const asked = await this.transactions.run(actor, async (tx) => {
      const account = await tx.one<{ email: string | null; password_hash: string | null }>(
        'SELECT email, password_hash FROM account WHERE id = $1',
        [actor.accountId],
      );
      if (!account) throw new Error('Somebody signed in has no account.');
      const allowed =
        account.password_hash === null || (await this.limits.allow(tx, limits.passwordFor, account.email ?? String(actor.accountId)));
      return ok({ account, allowed });
    });
    if (!asked.ok) throw new Error('Looking at an account was refused.');
    const { account, allowed } = asked.value;
    if (!allowed) return problem({ code: 'too-many-tries' });
    // The same form again: the password is set already.
    if (account.password_hash !== null && (await this.passwords.fits(password, account.password_hash))) return ok({});
    if (account.password_hash !== null && !(await this.passwords.fits(current ?? '', account.password_hash)))
      return problem({ code: 'current-password-wrong' });
    const strong = checkPassword(password, account.email);
    if (!strong.ok) return strong;
    const hash = await this.passwords.hash(password);
    const saved = await this.transactions.run(actor, async (tx) => {
      await tx.query('UPDATE account SET password_hash = $2 WHERE id = $1', [actor.accountId, hash]);
      await this.sessions.endAll(tx, String(actor.accountId), actor.sessionId);
      await this.limits.forget(tx, limits.passwordFor, account.email ?? String(actor.accountId));
      return ok({});
    });
    if (!saved.ok) throw new Error('Saving a password was refused.');
    return ok({});
  }
}
