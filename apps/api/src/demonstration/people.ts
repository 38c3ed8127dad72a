import { type AccountId, newId, type PersonId } from '@pursestrings/basics/ids';
import type { Tx } from '../platform/database/transactions.ts';

/** Somebody of the story. `what` puts them among those one can sign in as. */
export interface StoryPerson {
  readonly key: string;
  readonly name: string;
  readonly roles?: readonly string[];
  readonly what?: string;
  /** On the partnership: as a resident, or not. */
  readonly seat?: 'resident' | 'other';
  readonly duty?: string;
  readonly livesHere?: boolean;
}

export const kettlewickPeople: readonly StoryPerson[] = [
  {
    key: 'denise',
    name: 'Denise Harker',
    roles: ['chair', 'member'],
    what: 'chairs the partnership, a nurse on shifts',
    seat: 'resident',
    duty: 'chair',
    livesHere: true,
  },
  { key: 'yusuf', name: 'Yusuf Malik', roles: ['member'], what: 'partnership member', seat: 'resident', livesHere: true },
  {
    key: 'maureen',
    name: 'Maureen Pike',
    roles: ['member'],
    what: 'partnership member, agrees payments',
    seat: 'resident',
    duty: 'treasurer’s second',
    livesHere: true,
  },
  { key: 'tomasz', name: 'Tomasz Zieliński', roles: ['member'], seat: 'resident', livesHere: true },
  { key: 'grace', name: 'Grace Adeyemi', roles: ['member'], seat: 'resident', duty: 'secretary', livesHere: true },
  { key: 'kev', name: 'Kev Rudd', roles: ['member'], seat: 'resident', livesHere: true },
  { key: 'nasreen', name: 'Nasreen Iqbal', roles: ['member'], seat: 'resident', livesHere: true },
  { key: 'alan', name: 'Alan Frost', roles: ['member'], seat: 'other' },
  { key: 'jo', name: 'Jo Bexley', roles: ['member'], seat: 'other' },
  { key: 'amara', name: 'Amara Cole', roles: ['worker'], what: 'the partnership’s worker' },
  { key: 'bev', name: 'Bev Tranter', roles: ['helper'], what: 'helps at the hub’s desk', livesHere: true },
  { key: 'priti', name: 'Priti Chandan', roles: ['scrutineer'], what: 'vote checker', livesHere: true },
  { key: 'len', name: 'Len Osgood', roles: ['scrutineer'], what: 'vote checker', livesHere: true },
  { key: 'colin', name: 'Colin Peet', roles: ['treasurer'], what: 'bookkeeper of Kettlewick Community Trust, the fund holder' },
  { key: 'ruth', name: 'Ruth Ashby', roles: ['liaison_officer'], what: 'council contact at Harrowmere Borough Council' },
  { key: 'shanice', name: 'Shanice Webb', what: 'proposed the community kitchen', livesHere: true },
  { key: 'halina', name: 'Halina Nowicka', what: 'reads Polish, proposed the welcome table', livesHere: true },
  { key: 'mo', name: 'Mo Begum', what: 'leads the youth club, which proposed the skate ramp', livesHere: true },
];

/** The people of a place by the keys of the story. */
export type People = Readonly<Record<string, { readonly id: PersonId; readonly accountId: AccountId }>>;

/** Writes people into the place of `tx`, with accounts, roles, seats and residency. Accounts known from elsewhere in the story are taken again. */
export async function addPeople(
  tx: Tx,
  people: readonly StoryPerson[],
  { since, known = {} }: { readonly since: string; readonly known?: Readonly<Record<string, AccountId>> },
): Promise<People> {
  const added: Record<string, { id: PersonId; accountId: AccountId }> = {};
  let position = 0;
  for (const person of people) {
    position += 1;
    const id = newId<'person'>();
    const accountId = known[person.key] ?? (await addAccount(tx, `${person.key}@example.org`));
    const place = tx.actor.neighbourhoodId;
    await tx.query(`INSERT INTO person (neighbourhood_id, id, account_id, name) VALUES ($1, $2, $3, $4)`, [
      place,
      id,
      accountId,
      person.name,
    ]);
    for (const role of person.roles ?? []) {
      await tx.query(`INSERT INTO role (neighbourhood_id, id, person_id, kind, starts_on) VALUES ($1, $2, $3, $4, $5)`, [
        place,
        newId(),
        id,
        role,
        since,
      ]);
    }
    if (person.livesHere) {
      await tx.query(`INSERT INTO residency_check (neighbourhood_id, id, person_id, way) VALUES ($1, $2, $3, 'declared_with_postcode')`, [
        place,
        newId(),
        id,
      ]);
    }
    if (person.seat) {
      await tx.query(
        `INSERT INTO partnership_member (neighbourhood_id, id, person_id, is_resident, duty, starts_on) VALUES ($1, $2, $3, $4, $5, $6)`,
        [place, newId(), id, person.seat === 'resident', person.duty ?? null, since],
      );
    }
    if (person.what) {
      await tx.query(`INSERT INTO demonstration_person (neighbourhood_id, person_id, position, what) VALUES ($1, $2, $3, $4)`, [
        place,
        id,
        position,
        person.what,
      ]);
    }
    added[person.key] = { id, accountId };
  }
  return added;
}

async function addAccount(tx: Tx, email: string): Promise<AccountId> {
  const id = newId<'account'>();
  await tx.query(`INSERT INTO account (id, email) VALUES ($1, $2)`, [id, email]);
  return id;
}
