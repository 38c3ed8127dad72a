import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import type { Tx } from '../../platform/database/transactions.ts';
import type { Limit } from './sign-in.rules.ts';
import { SignInSecrets } from './sign-in-secrets.ts';

/** Counts tries, in the database, so that a restart or a second process forgets none. */
@Injectable()
export class Limits {
  constructor(@Inject(SignInSecrets) private readonly secrets: SignInSecrets) {}

  /** Counts one try by `key` (an address, an account, a network), and says whether it was within the limit. Beyond it nothing is counted. */
  async allow(tx: Tx, limit: Limit, key: string): Promise<boolean> {
    const hash = this.secrets.hashOfKey(limit.what, key);
    // One at a time for each key: a hundred tries at once count as a hundred.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 0))`, [hash]);
    const row = await tx.one<{ tried: number }>(
      `SELECT count(*)::int AS tried FROM sign_in_try WHERE what = $1 AND key_hash = $2 AND at > clock_timestamp() - make_interval(mins => $3)`,
      [limit.what, hash, limit.minutes],
    );
    if ((row?.tried ?? 0) >= limit.most) return false;
    await tx.query(`DELETE FROM sign_in_try WHERE at < now() - interval '1 day'`);
    await tx.query('INSERT INTO sign_in_try (id, what, key_hash) VALUES ($1, $2, $3)', [newId(), limit.what, hash]);
    return true;
  }

  /** Forgets the tries by `key`: after one that was right. */
  async forget(tx: Tx, limit: Limit, key: string): Promise<void> {
    await tx.query('DELETE FROM sign_in_try WHERE what = $1 AND key_hash = $2', [limit.what, this.secrets.hashOfKey(limit.what, key)]);
  }
}
