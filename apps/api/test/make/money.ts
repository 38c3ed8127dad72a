import { type AwardId, newId } from '@pursestrings/basics/ids';
import { type Pence, pence } from '@pursestrings/basics/money';
import type { Result } from '@pursestrings/basics/result';
import { type AccountsOfAward, LedgerAccounts, LedgerPosts } from '../../src/modules/ledger/index.ts';
import { Transactions, type Tx } from '../../src/platform/database/transactions.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import type { TestPerson, TestPlace, World } from './world.ts';

/** An award made for a test: all of it still to decide, and `bankPence` of it drawn down. */
export interface TestPurse extends AccountsOfAward {
  readonly awardId: AwardId;
  readonly place: TestPlace;
}

/** Runs a change as the program itself, or in a person's name, through the serving role. Answers what the change answers. */
export async function changeIn<T>(world: World, who: TestPlace | TestPerson, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  const actor = 'place' in who ? { ...programIn(who.place.id), accountId: who.accountId, personId: who.id } : programIn(who.id);
  return await world.app.get(Transactions).run(actor, work);
}

/** The value of a result that a test takes for granted. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused with ${result.problem.code}.`);
  return result.value;
}

/** Gives a place an award from a published programme, on its ledger, with money in the bank. */
export async function makePurse(world: World, place: TestPlace, sums: { awardPence: number; bankPence?: number }): Promise<TestPurse> {
  const [programmeId, awardId] = [newId<'programme'>(), newId<'award'>()];
  await world.admin(
    `INSERT INTO programme (id, slug, name, funder, total_pence, allocation_rule, starts_on, ends_on, published_at)
     VALUES ($1, $2, 'The Test Fund', 'A Trust', $3, 'equal', '2021-04-01', '2033-03-31', now())`,
    [programmeId, `fund-${programmeId}`, sums.awardPence],
  );
  await world.admin(
    `INSERT INTO award (neighbourhood_id, id, programme_id, name, amount_pence, made_on) VALUES ($1, $2, $3, 'The Test Fund', $4, '2021-04-01')`,
    [place.id, awardId, programmeId, sums.awardPence],
  );
  return granted(
    await changeIn(world, place, async (tx) => {
      const accounts = await world.app.get(LedgerAccounts).ofAward(tx, awardId);
      const posts = world.app.get(LedgerPosts);
      const made = await posts.post(tx, {
        kind: 'award',
        happenedOn: '2021-04-01',
        transfers: [{ from: accounts.award, to: accounts.unallocated, pence: pence(sums.awardPence) }],
      });
      if (!made.ok || !sums.bankPence) return made.ok ? { ok: true, value: { ...accounts, awardId, place } } : made;
      const drawn = await posts.post(tx, {
        kind: 'drawdown',
        happenedOn: '2021-04-02',
        transfers: [{ from: accounts.drawnFromFunder, to: accounts.bank, pence: pence(sums.bankPence) }],
      });
      return drawn.ok ? { ok: true, value: { ...accounts, awardId, place } } : drawn;
    }),
  );
}

/** A recipient of the kind given. */
export async function makeRecipient(
  world: World,
  place: TestPlace,
  kind: 'organisation' | 'individual' | 'household' | 'wages' = 'organisation',
): Promise<string> {
  const id = newId<'recipient'>();
  await world.admin(`INSERT INTO recipient (neighbourhood_id, id, name, kind) VALUES ($1, $2, $3, $4)`, [
    place.id,
    id,
    kind === 'organisation' ? 'Brindle Catering' : 'Jo Bloggs',
    kind,
  ]);
  return id;
}

/** What lies in an account. */
export async function balanceOf(world: World, accountId: string): Promise<Pence> {
  const [row] = await world.admin<{ balance: string }>(`SELECT balance_pence::text AS balance FROM ledger.account WHERE id = $1`, [
    accountId,
  ]);
  return pence(Number(row?.balance));
}
