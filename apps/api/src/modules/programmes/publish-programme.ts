import { Inject, Injectable } from '@nestjs/common';
import { idOf, type NeighbourhoodId, newId } from '@pursestrings/basics/ids';
import type { Pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerAccounts, LedgerPosts } from '../ledger/index.ts';
import { type AllocationProblem, allocate } from './allocation.rules.ts';
import { allocationInputOf, type ProgrammeRow, readProgrammeWithPlaces } from './programme-inputs.ts';

export type PublishProgrammeProblem =
  | AllocationProblem
  | { readonly code: 'already-published' }
  | { readonly code: 'no-places' }
  | { readonly code: 'day-not-come' };

/** Publishes a programme's shares, and makes an award of each on its neighbourhood's ledger. */
@Injectable()
export class PublishProgramme {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Works the shares out, freezes them, and posts award → unallocated in each place, all or nothing. `madeOn` is an ISO day
   * not after today. Places are taken in the order of their ids, so that two programmes published at once wait and do not lock up.
   */
  async run(actor: Actor, madeOn: string) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ awards: number }, PublishProgrammeProblem>> => {
      const locked = await tx.one(`SELECT id FROM programme WHERE id = $1 AND published_at IS NULL FOR UPDATE`, [actor.programmeId]);
      if (!locked) return problem({ code: 'already-published' });
      if (madeOn > ukDay(this.clock.now()).toString()) return problem({ code: 'day-not-come' });
      const found = await readProgrammeWithPlaces(tx, actor.programmeId);
      if (!found || found.places.length === 0) return problem({ code: 'no-places' });
      const allocated = allocate(allocationInputOf(found.programme, found.places));
      if (!allocated.ok) return allocated;

      const shares = new Map(allocated.value.shares.map(({ code, sharePence }) => [code, sharePence]));
      let awards = 0;
      for (const place of found.places.toSorted((a, b) => (a.neighbourhoodId < b.neighbourhoodId ? -1 : 1))) {
        const share = shares.get(place.code);
        if (share === undefined) throw new Error(`${place.code} was left out of the sharing.`);
        await tx.query(`UPDATE programme_share SET share_pence = $3 WHERE programme_id = $1 AND neighbourhood_id = $2`, [
          actor.programmeId,
          place.neighbourhoodId,
          share,
        ]);
        if (share === 0) continue;
        await tx.inPlace(idOf<'neighbourhood'>(place.neighbourhoodId), (there) =>
          this.makeAward(there, found.programme, { share, madeOn }),
        );
        awards++;
      }
      await tx.query(`UPDATE programme SET published_at = $2 WHERE id = $1`, [actor.programmeId, this.clock.now().toString()]);
      return ok({ awards });
    });
  }

  private async makeAward(tx: Tx, programme: ProgrammeRow, award: { share: Pence; madeOn: string }): Promise<void> {
    const id = newId<'award'>();
    await tx.query(`INSERT INTO award (neighbourhood_id, id, programme_id, name, amount_pence, made_on) VALUES ($1, $2, $3, $4, $5, $6)`, [
      tx.actor.neighbourhoodId satisfies NeighbourhoodId | null,
      id,
      programme.id,
      programme.name,
      award.share,
      award.madeOn,
    ]);
    const accounts = await this.accounts.ofAward(tx, id);
    const posted = await this.posts.post(tx, {
      key: id,
      kind: 'award',
      happenedOn: award.madeOn,
      transfers: [{ from: accounts.award, to: accounts.unallocated, pence: award.share }],
      memo: `${programme.name}, from ${programme.funder}`,
    });
    // An award takes from outside and can be refused for no reason that a funder could mend.
    if (!posted.ok) throw new Error(`The ledger refused an award: ${posted.problem.code}.`);
    await record(tx, { type: 'award.made', subjectId: id, details: { programme: programme.id, pence: award.share } });
  }
}
