import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listRoles, listWaitingPeople } from '@pursestrings/contracts/joining';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Lists of people for those whom they concern: names, never addresses. */
@Injectable()
export class PeopleReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Those who joined and whom nobody has vouched for, longest waiting first. */
  async waiting(actor: Actor): Promise<ResponseOf<typeof listWaitingPeople>['people']> {
    return await this.transactions.read(actor, (tx) =>
      tx.query(
        `SELECT p.id, p.name, p.created_at AS "joinedAt" FROM person p
         WHERE p.neighbourhood_id = $1 AND p.erased_at IS NULL
           AND NOT EXISTS (SELECT FROM residency_check c WHERE c.neighbourhood_id = p.neighbourhood_id AND c.person_id = p.id)
           AND NOT EXISTS (SELECT FROM role r WHERE r.neighbourhood_id = p.neighbourhood_id AND r.person_id = p.id)
         ORDER BY p.created_at, p.id LIMIT 200`,
        [actor.neighbourhoodId],
      ),
    );
  }

  /** Everybody with an account, and all roles: those held now first, then by name. */
  async roles(actor: Actor): Promise<ResponseOf<typeof listRoles>> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<ResponseOf<typeof listRoles>>(
        `SELECT
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
            FROM person p WHERE p.neighbourhood_id = $1 AND p.account_id IS NOT NULL AND p.erased_at IS NULL) AS people,
           (SELECT coalesce(jsonb_agg(to_jsonb(held) ORDER BY held."isOver", held."personName", held.kind, held.id), '[]') FROM (
              SELECT r.id, p.name AS "personName", r.kind, r.starts_on AS "startsOn", r.ends_on AS "endsOn", r.minute,
                coalesce(r.ends_on <= (now() AT TIME ZONE 'Europe/London')::date, false) AS "isOver"
              FROM role r JOIN person p ON p.neighbourhood_id = r.neighbourhood_id AND p.id = r.person_id WHERE r.neighbourhood_id = $1
            ) held) AS roles`,
        [actor.neighbourhoodId],
      ),
    );
    return row ?? { people: [], roles: [] };
  }
}
