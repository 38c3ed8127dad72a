import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listDemonstrationPeople } from '@pursestrings/contracts/sign-in';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { nobody } from '../../platform/http/actor.ts';

/** What the sign-in pages show of a demonstration. */
@Injectable()
export class SignInReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The people of the demonstration, in the order of their buttons; none where there is no demonstration. */
  async demonstrationPeople(): Promise<ResponseOf<typeof listDemonstrationPeople>['people']> {
    if (!this.config.demonstration) return [];
    return await this.transactions.read(nobody, (tx) =>
      tx.query(`SELECT person_id AS person, name, what, place_slug AS "placeSlug", place_name AS "placeName" FROM demonstration_people()`),
    );
  }
}
