import { newId, type PersonId } from '@pursestrings/basics/ids';
import type { Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';

/** Somebody to be put on record in the neighbourhood that the transaction is about. */
export interface NewPerson {
  readonly accountId: string | null;
  readonly name: string;
  readonly bornYear: number | null;
  /** How it is known that they belong; null where it is not known yet. */
  readonly belongs: 'declared_with_postcode' | 'vouched' | null;
}

/** Puts a person on record. An account that is somebody there already stays who it is: nothing of theirs is overwritten (L12). */
export async function addPerson(tx: Tx, { accountId, name, bornYear, belongs }: NewPerson): Promise<{ id: PersonId; isNew: boolean }> {
  const place = tx.actor.neighbourhoodId;
  const id = newId<'person'>();
  const made = await tx.query(
    `INSERT INTO person (neighbourhood_id, id, account_id, name, born_year) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (neighbourhood_id, account_id) DO NOTHING RETURNING id`,
    [place, id, accountId, name, bornYear],
  );
  const isNew = made.length === 1;
  const known = isNew
    ? { id }
    : await tx.one<{ id: PersonId }>('SELECT id FROM person WHERE neighbourhood_id = $1 AND account_id = $2', [place, accountId]);
  if (!known) throw new Error('A person was neither made nor found.');
  if (isNew) await record(tx, { type: 'person.joined', subjectId: id });
  if (belongs !== null) await sayBelongs(tx, known.id, belongs);
  return { id: known.id, isNew };
}

/** Records that a person belongs, unless that is on record already. */
export async function sayBelongs(tx: Tx, personId: string, way: 'declared_with_postcode' | 'vouched'): Promise<void> {
  const written = await tx.query(
    `INSERT INTO residency_check (neighbourhood_id, id, person_id, way, checked_by)
     SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM residency_check c WHERE c.neighbourhood_id = $1 AND c.person_id = $3
       AND (c.ends_on IS NULL OR c.ends_on > (now() AT TIME ZONE 'Europe/London')::date)) RETURNING id`,
    [tx.actor.neighbourhoodId, newId(), personId, way, way === 'vouched' ? tx.actor.personId : null],
  );
  if (written.length === 1) await record(tx, { type: 'person.belongs', subjectId: personId, details: { way } });
}

/** The account of an e-mail address, made if there is none. */
export async function accountOf(tx: Tx, email: string): Promise<string> {
  const made = await tx.one<{ id: string }>('INSERT INTO account (id, email) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING RETURNING id', [
    newId(),
    email,
  ]);
  const account = made ?? (await tx.one<{ id: string }>('SELECT id FROM account WHERE email = $1', [email]));
  if (!account) throw new Error('An account was neither made nor found.');
  return account.id;
}
