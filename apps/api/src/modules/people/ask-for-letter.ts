import { Inject, Injectable } from '@nestjs/common';
import { newSecretId } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Limits } from './limits.ts';
import { letterMinutes, limits } from './sign-in.rules.ts';
import { SignInLetters } from './sign-in-letters.ts';
import { hashOfToken, SignInSecrets } from './sign-in-secrets.ts';

/** Who asks for a letter, and what it is to open. */
export interface LetterAsked {
  readonly email: string;
  /** The network address that it was asked from. */
  readonly from: string;
  /** What to put on record once the letter is opened, for somebody who joins the actor's neighbourhood. */
  readonly joining?: { readonly name: string; readonly bornYear: number | null; readonly inArea: boolean } | undefined;
}

export interface LetterSent {
  readonly letter: string;
  readonly minutes: number;
}

/**
 * Sends a letter with a link and a code, good for ten minutes and once.
 *
 * An unknown address gets a letter too, which says that there is no account. So the answer, its time and the work done
 * are the same for every address (S22).
 */
@Injectable()
export class AskForLetter {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(SignInSecrets) private readonly secrets: SignInSecrets,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(SignInLetters) private readonly letters: SignInLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, asked: LetterAsked): Promise<Result<LetterSent, { readonly code: 'too-many-letters' } | FormProblem>> {
    const link = this.secrets.newLink();
    const code = this.secrets.newCode();
    let opens: boolean | null = null;
    const answer = await this.transactions.run(actor, async (tx) => {
      const allowed =
        (await this.limits.allow(tx, limits.letterTo, asked.email)) && (await this.limits.allow(tx, limits.letterFrom, asked.from));
      if (!allowed) return problem({ code: 'too-many-letters' as const });
      const letter = newSecretId<'letter'>();
      const known = await this.keep(tx, asked, { letter, link, code });
      opens = known || asked.joining !== undefined;
      return ok({ letter: letter as string, minutes: letterMinutes });
    });
    // Null when a repeated form got its first answer again: then the letter is on its way already.
    if (answer.ok && opens === true) await this.letters.sendCode(asked.email, { link, code });
    if (answer.ok && opens === false) await this.letters.sendToStranger(asked.email);
    return answer;
  }

  /** Keeps the letter's hashes, and whether the address has an account. */
  private async keep(tx: Tx, { email, joining }: LetterAsked, made: { letter: string; link: string; code: string }): Promise<boolean> {
    await tx.query(`DELETE FROM sign_in_token WHERE expires_at < now() - interval '1 day'`);
    const account = await tx.one<{ id: string }>('SELECT id FROM account WHERE email = $1 AND erased_at IS NULL', [email]);
    await tx.query(
      `INSERT INTO sign_in_token (id, account_id, email, neighbourhood_id, link_hash, code_hash, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        made.letter,
        account?.id ?? null,
        email,
        joining ? tx.actor.neighbourhoodId : null,
        hashOfToken(made.link),
        this.secrets.hashOfCode(made.letter, made.code),
        this.clock.now().add({ minutes: letterMinutes }).toString(),
      ],
    );
    if (joining) {
      await tx.query('INSERT INTO joining (neighbourhood_id, token_id, name, born_year, in_area) VALUES ($1, $2, $3, $4, $5)', [
        tx.actor.neighbourhoodId,
        made.letter,
        joining.name,
        joining.bornYear,
        joining.inArea,
      ]);
    }
    return account !== null;
  }
}
