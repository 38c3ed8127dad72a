import { Inject, Injectable } from '@nestjs/common';
import { idOf } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Temporal } from '@pursestrings/basics/time';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accountOf, addPerson } from './add-person.ts';
import { Sessions, type SignedIn } from './sessions.ts';
import { checkLetter, type LetterProblem } from './sign-in.rules.ts';
import { hashOfToken, SignInSecrets, sameHash } from './sign-in-secrets.ts';

interface Row {
  id: string;
  account_id: string | null;
  email: string;
  neighbourhood_id: string | null;
  code_hash: Buffer;
  tries: number;
  expires_at: string;
  used_at: string | null;
}

const columns = 'id, account_id, email, neighbourhood_id, code_hash, tries, expires_at, used_at';

/** Opens a letter by its code or its link: signs in, and joins the neighbourhood that the letter was for. */
@Injectable()
export class SignInByLetter {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(SignInSecrets) private readonly secrets: SignInSecrets,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By code. A wrong one is counted, and the fifth is the last. */
  async byCode(
    actor: Actor,
    { formId, letter, code }: { readonly formId: string; readonly letter: string; readonly code: string },
  ): Promise<Result<SignedIn, LetterProblem | { readonly code: 'code-wrong' } | FormProblem>> {
    const answer = await this.transactions.run(actor, async (tx): Promise<Result<SignedIn | { readonly isWrong: true }, LetterProblem>> => {
      const row = await tx.one<Row>(`SELECT ${columns} FROM sign_in_token WHERE id = $1 FOR UPDATE`, [letter]);
      const usable = this.check(row);
      if (!usable.ok) return usable;
      if (!sameHash(usable.value.code_hash, this.secrets.hashOfCode(letter, code))) {
        // Not a refusal: that would undo the count.
        await tx.query('UPDATE sign_in_token SET tries = tries + 1 WHERE id = $1', [letter]);
        return ok({ isWrong: true as const });
      }
      return await this.open(tx, usable.value, formId);
    });
    if (!answer.ok) return answer;
    return 'isWrong' in answer.value ? problem({ code: 'code-wrong' }) : ok(answer.value);
  }

  /** By link. */
  async byLink(
    actor: Actor,
    { formId, link }: { readonly formId: string; readonly link: string },
  ): Promise<Result<SignedIn, LetterProblem | FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      const row = await tx.one<Row>(`SELECT ${columns} FROM sign_in_token WHERE link_hash = $1 FOR UPDATE`, [hashOfToken(link)]);
      const usable = this.check(row);
      return usable.ok ? await this.open(tx, usable.value, formId) : usable;
    });
  }

  private check(row: Row | null): Result<Row, LetterProblem> {
    const letter = row && {
      usedAt: row.used_at === null ? null : Temporal.Instant.from(row.used_at),
      expiresAt: Temporal.Instant.from(row.expires_at),
      tries: row.tries,
    };
    const usable = checkLetter(letter, this.clock.now());
    if (!usable.ok) return usable;
    return row ? ok(row) : problem({ code: 'letter-not-usable' });
  }

  private async open(tx: Tx, row: Row, formId: string): Promise<Result<SignedIn, LetterProblem>> {
    await tx.query('UPDATE sign_in_token SET used_at = now() WHERE id = $1', [row.id]);
    if (row.neighbourhood_id !== null) {
      const place = row.neighbourhood_id;
      const joined = await tx.inPlace(idOf(place), (there) => this.join(there, row));
      return ok(await this.sessions.begin(tx, { accountId: joined.accountId, formId, place: joined.slug }));
    }
    // The letter to an unknown address says no code; this is for whoever guesses it.
    if (row.account_id === null) return problem({ code: 'letter-not-usable' });
    return ok(await this.sessions.begin(tx, { accountId: row.account_id, formId }));
  }

  private async join(there: Tx, row: Row): Promise<{ accountId: string; slug: string }> {
    const [joining] = await there.query<{ name: string; born_year: number | null; in_area: boolean }>(
      'DELETE FROM joining WHERE neighbourhood_id = $1 AND token_id = $2 RETURNING name, born_year, in_area',
      [there.actor.neighbourhoodId, row.id],
    );
    if (!joining) throw new Error('A letter for joining has nothing to join with.');
    const accountId = await accountOf(there, row.email);
    await addPerson(there, {
      accountId,
      name: joining.name,
      bornYear: joining.born_year,
      belongs: joining.in_area ? 'declared_with_postcode' : null,
    });
    const place = await there.one<{ slug: string }>('SELECT slug FROM neighbourhood WHERE id = $1', [there.actor.neighbourhoodId]);
    return { accountId, slug: place?.slug ?? '' };
  }
}
