import { createHash, randomBytes } from 'node:crypto';
import { type AccountId, idOf, type NeighbourhoodId, newId, type PersonId } from '@pursestrings/basics/ids';
import type { Role } from '@pursestrings/contracts/endpoint';

/** Roles that stand in the table `role`; the others follow from residency or from a programme. */
type GrantedRole = Exclude<Role, 'resident' | 'verified_resident' | 'funder'>;
export type RoleInTest = GrantedRole | 'verified_resident';

/** A neighbourhood made for a test. */
export interface TestPlace {
  readonly id: NeighbourhoodId;
  readonly slug: string;
}

/** A person made for a test, signed in. */
export interface TestPerson {
  readonly id: PersonId;
  readonly accountId: AccountId;
  readonly place: TestPlace;
  readonly cookie: string;
}

/** Runs one statement as superuser, past row-level security. */
export type RunAsAdmin = <Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Writes a neighbourhood. */
export async function writePlace(run: RunAsAdmin, slug: string): Promise<TestPlace> {
  const id = newId<'neighbourhood'>();
  const name = slug.slice(0, 1).toUpperCase() + slug.slice(1);
  await run(`INSERT INTO neighbourhood (id, slug, name, code, data_controller) VALUES ($1, $2, $3, $4, 'The fund holder')`, [
    id,
    slug,
    name,
    id,
  ]);
  return { id, slug };
}

/** Writes a person with an account, their roles, and a session with a second factor given just now. */
export async function writePerson(
  run: RunAsAdmin,
  { place, roles, name }: { place: TestPlace; roles: readonly RoleInTest[]; name: string },
): Promise<TestPerson> {
  const accountId = newId<'account'>();
  const id = newId<'person'>();
  await run(`INSERT INTO account (id, email) VALUES ($1, $2)`, [accountId, `${accountId}@example.org`]);
  await run(`INSERT INTO person (neighbourhood_id, id, account_id, name) VALUES ($1, $2, $3, $4)`, [place.id, id, accountId, name]);
  for (const role of roles) {
    if (role === 'verified_resident') {
      await run(`INSERT INTO residency_check (neighbourhood_id, id, person_id, way) VALUES ($1, $2, $3, 'declared_with_postcode')`, [
        place.id,
        newId(),
        id,
      ]);
    } else {
      await run(`INSERT INTO role (neighbourhood_id, id, person_id, kind, starts_on) VALUES ($1, $2, $3, $4, '2020-01-01')`, [
        place.id,
        newId(),
        id,
        role,
      ]);
    }
  }
  const token = randomBytes(32).toString('base64url');
  await run(
    `INSERT INTO session (id, token_hash, account_id, csrf_token, second_factor_at, expires_at) VALUES ($1, $2, $3, $4, now(), now() + interval '1 day')`,
    [newId(), createHash('sha256').update(token).digest(), accountId, randomBytes(32).toString('base64url')],
  );
  return { id: idOf(id), accountId: idOf(accountId), place, cookie: `purse=${token}` };
}
