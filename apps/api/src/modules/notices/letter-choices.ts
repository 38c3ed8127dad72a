import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { Secrets } from '../../platform/files/secrets.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { isLettersOffKey, lettersOffKey } from './letters-off-key.ts';

export type LetterChoice = 'each_step' | 'none';

/** Keeps which letters somebody wants: their own choice when signed in, or by the link that stands in each letter. */
@Injectable()
export class LetterChoices {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** For whoever is signed in. */
  choose(actor: Actor, letters: LetterChoice): Promise<Result<{ letters: LetterChoice }, FormProblem>> {
    return this.transactions.run(actor, async (tx) => {
      if (actor.personId !== null) await keep(tx, actor.personId, letters);
      return ok({ letters });
    });
  }

  /** For whoever holds a letter to `person`. */
  chooseByLink(
    actor: Actor,
    link: { readonly person: string; readonly key: string },
    letters: LetterChoice,
  ): Promise<Result<{ letters: LetterChoice }, FormProblem | { readonly code: 'link-not-known' }>> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.isKnown(tx, link))) return problem({ code: 'link-not-known' });
      await keep(tx, link.person, letters);
      return ok({ letters });
    });
  }

  /** What `person` chose, for whoever holds a letter to them. */
  readByLink(
    actor: Actor,
    link: { readonly person: string; readonly key: string },
  ): Promise<Result<{ letters: LetterChoice }, { readonly code: 'link-not-known' }>> {
    return this.transactions.read(actor, async (tx) => {
      if (!(await this.isKnown(tx, link))) return problem({ code: 'link-not-known' });
      return ok({ letters: await chosen(tx, link.person) });
    });
  }

  private async isKnown(tx: Tx, { person, key }: { readonly person: string; readonly key: string }): Promise<boolean> {
    const expected = lettersOffKey(this.secrets.get('letters-off'), tx.actor.neighbourhoodId ?? '', person);
    if (!isLettersOffKey(key, expected)) return false;
    return (await tx.one(`SELECT 1 FROM person WHERE neighbourhood_id = $1 AND id = $2`, [tx.actor.neighbourhoodId, person])) !== null;
  }
}

/** What somebody chose; a letter at each step until they say otherwise. */
export async function chosen(tx: Tx, personId: string): Promise<LetterChoice> {
  const row = await tx.one<{ letters: LetterChoice }>(`SELECT letters FROM letter_choice WHERE neighbourhood_id = $1 AND person_id = $2`, [
    tx.actor.neighbourhoodId,
    personId,
  ]);
  return row?.letters ?? 'each_step';
}

async function keep(tx: Tx, personId: string, letters: LetterChoice): Promise<void> {
  await tx.query(
    `INSERT INTO letter_choice (neighbourhood_id, person_id, letters) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT letter_choice_pk DO UPDATE SET letters = EXCLUDED.letters, changed_at = now()`,
    [tx.actor.neighbourhoodId, personId, letters],
  );
}
