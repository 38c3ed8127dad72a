import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listDemonstrationPeople, listLetters } from '@pursestrings/contracts/sign-in';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { nobody } from '../../platform/http/actor.ts';

/** What the sign-in pages show of a demonstration and of a laptop. */
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

  /** Letters that wait on a laptop, newest first; null where they may not be read: with a mail server, or from another machine. */
  async letters(askedFrom: string): Promise<ResponseOf<typeof listLetters>['letters'] | null> {
    const onLaptop =
      this.config.mode !== 'production' && this.config.mailUrl === null && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(askedFrom);
    if (!onLaptop) return null;
    return await this.transactions.read(nobody, (tx) =>
      tx.query('SELECT to_address AS "to", subject, words, at FROM letter ORDER BY at DESC, id LIMIT 50'),
    );
  }
}
