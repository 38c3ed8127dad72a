import { Inject, Injectable } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { BallotBox } from '../ballots/index.ts';

interface Announced {
  state: string;
  is_due: boolean;
  rules_hash: Buffer;
  public_key: Buffer;
}

/** Opens voting when its time has come: sets up the box and fills the voting list. Whoever notices first does it; again changes nothing. */
@Injectable()
export class OpenRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(BallotBox) private readonly box: BallotBox,
  ) {}

  async ifDue(actor: Actor, roundId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => ok(await this.forResidents(tx, roundId)));
  }

  /** In the caller's transaction, with every verified resident on the list. */
  async forResidents(tx: Tx, roundId: string): Promise<void> {
    await this.within(tx, roundId, await verifiedResidents(tx));
  }

  /** In the caller's transaction, with these voters on the list. */
  async within(tx: Tx, roundId: string, voters: readonly string[]): Promise<void> {
    const key = [tx.actor.neighbourhoodId, roundId];
    const round = await tx.one<Announced>(
      `SELECT state, opens_at <= clock_timestamp() AS is_due, rules_hash, public_key FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE`,
      key,
    );
    if (round?.state !== 'announced' || !round.is_due) return;
    const keyHash = await this.box.setUp(tx, { id: roundId, rulesHash: round.rules_hash, publicKey: round.public_key }, voters);
    await tx.query(`UPDATE round SET state = 'open', key_ref_hash = $3 WHERE neighbourhood_id = $1 AND id = $2`, [...key, keyHash]);
    await record(tx, { type: 'round.opened', subjectId: roundId });
  }
}

/** Everybody whose belonging was checked and holds today; not the platform's administrators (H4). */
async function verifiedResidents(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH today AS (SELECT (now() AT TIME ZONE 'Europe/London')::date AS day)
     SELECT p.id FROM person p, today WHERE p.neighbourhood_id = $1 AND p.erased_at IS NULL
       AND EXISTS (SELECT FROM residency_check c WHERE c.neighbourhood_id = p.neighbourhood_id AND c.person_id = p.id AND (c.ends_on IS NULL OR c.ends_on > today.day))
       AND NOT EXISTS (SELECT FROM role r WHERE r.neighbourhood_id = p.neighbourhood_id AND r.person_id = p.id AND r.kind = 'platform_admin'
         AND r.starts_on <= today.day AND (r.ends_on IS NULL OR r.ends_on > today.day))
     ORDER BY p.id`,
    [tx.actor.neighbourhoodId],
  );
  return rows.map(({ id }) => id);
}
