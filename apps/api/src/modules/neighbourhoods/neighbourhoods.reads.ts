import { Inject, Injectable } from '@nestjs/common';
import type { Place } from '@pursestrings/contracts/places';
import { Transactions } from '../../platform/database/transactions.ts';
import { type Actor, nobody } from '../../platform/http/actor.ts';

/** What pages show of neighbourhoods: one statement each. */
@Injectable()
export class NeighbourhoodsReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Every neighbourhood by name. Nothing here compares them. */
  async all(): Promise<{ slug: string; name: string; council: string | null }[]> {
    return await this.transactions.read(nobody, (tx) => tx.query('SELECT slug, name, council FROM neighbourhood ORDER BY name, slug'));
  }

  /** The neighbourhood that `actor` asks in. */
  async own(actor: Actor): Promise<Place> {
    const place = await this.transactions.read(actor, (tx) =>
      tx.one<Place>(
        `SELECT slug, name, council, contact_name AS "contactName", contact_phone AS "contactPhone", contact_where AS "contactWhere",
           data_controller AS "dataController", fund_holder AS "fundHolder"
         FROM neighbourhood WHERE id = $1`,
        [actor.neighbourhoodId],
      ),
    );
    if (!place) throw new Error('The guard let a request through to a place that does not exist.');
    return place;
  }
}
