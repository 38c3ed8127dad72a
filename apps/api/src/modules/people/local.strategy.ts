import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { ok } from '@pursestrings/basics/result';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { Transactions } from '../../platform/database/transactions.ts';
import { nobody } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { Limits } from './limits.ts';
import { Passwords } from './passwords.ts';
import { limits } from './sign-in.rules.ts';

/** Whose password it was. */
export interface PasswordHolder {
  readonly accountId: string;
}

/** Passport's local strategy: an e-mail address and a password. An unknown address takes as long as a wrong password (S22). */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Limits) private readonly limits: Limits,
  ) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  /** The holder of address and password, or false. Throws the refusal 'too-many-tries'. */
  async validate(request: FastifyRequest, typedEmail: unknown, password: unknown): Promise<PasswordHolder | false> {
    if (typeof typedEmail !== 'string' || typeof password !== 'string' || password.length > 200 || typedEmail.length > 254) return false;
    const email = typedEmail.trim().toLowerCase();
    const asked = await this.transactions.run(nobody, async (tx) => {
      const allowed =
        (await this.limits.allow(tx, limits.passwordFor, email)) && (await this.limits.allow(tx, limits.passwordFrom, request.ip));
      const account = await tx.one<{ id: string; password_hash: string | null }>(
        'SELECT id, password_hash FROM account WHERE email = $1 AND erased_at IS NULL',
        [email],
      );
      return ok({ allowed, account });
    });
    if (!asked.ok || !asked.value.allowed) throw new Refusal({ code: 'too-many-tries' }, 429);
    const fits = await this.passwords.fits(password, asked.value.account?.password_hash ?? null);
    if (!fits || !asked.value.account) return false;
    await this.transactions.run(nobody, async (tx) => ok(await this.limits.forget(tx, limits.passwordFor, email)));
    return { accountId: asked.value.account.id };
  }
}

/** Lets on whoever the local strategy knows. Its refusal is the same for an unknown address and a wrong password. */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  constructor(@Inject(LocalStrategy) private readonly strategy: LocalStrategy) {
    super();
  }

  /** Passport keeps its strategies in one place for the whole process; this makes sure that it asks the one of this program. */
  override getAuthenticateOptions(_context: ExecutionContext): undefined {
    passport.use('local', this.strategy);
    return undefined;
  }

  override handleRequest<Holder>(fault: unknown, holder: Holder | false): Holder {
    if (fault) throw fault;
    if (!holder) throw new Refusal({ code: 'sign-in-refused' }, 422);
    return holder;
  }
}
