import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { batchText, bulletinHead } from '@pursestrings/open-data/round-files';
import type { Tx } from '../../platform/database/transactions.ts';
import { RoundKeys } from './round-keys.ts';

/** Sets the box up and keeps its voting list and its bulletin. Everything runs in the caller's transaction. */
@Injectable()
export class BallotBox {
  constructor(@Inject(RoundKeys) private readonly keys: RoundKeys) {}

  /**
   * Sets up the box of an announced round and puts `voters` on its list. Returns the SHA-256 of `K_ref`, to be stored with the round.
   * Running it again after an opening that was undone makes the same key.
   */
  async setUp(
    tx: Tx,
    round: { readonly id: string; readonly rulesHash: Buffer; readonly publicKey: Buffer },
    voters: readonly string[],
  ): Promise<Buffer> {
    await tx.query('SELECT vote.make_box($1)', [round.id]);
    const added = await this.enrol(tx, round.id, voters);
    await this.publish(tx, round.id, [
      `rules ${round.rulesHash.toString('hex')}`,
      `key ${round.publicKey.toString('hex')}`,
      `voters ${added}`,
    ]);
    return this.keys.makeReferenceKey(round.id);
  }

  /** Adds voters to the list and returns how many were new. After opening, only a resident's own declaration does this. */
  async enrol(tx: Tx, roundId: string, voters: readonly string[]): Promise<number> {
    const row = await tx.one<{ added: number }>('SELECT vote.enrol($1, $2) AS added', [roundId, voters]);
    return row?.added ?? 0;
  }

  /** Whether a voter is on the list. */
  async isOnList(tx: Tx, roundId: string, voterId: string): Promise<boolean> {
    const row = await tx.one('SELECT 1 FROM vote.roll WHERE neighbourhood_id = $1 AND round_id = $2 AND voter_id = $3', [
      tx.actor.neighbourhoodId,
      roundId,
      voterId,
    ]);
    return row !== null;
  }

  /**
   * Adds an entry to the bulletin, chained to the one before as published files are. The first entry says what was fixed before
   * voting and counts as 0; the others are batches of receipts.
   */
  async publish(tx: Tx, roundId: string, lines: readonly string[]): Promise<void> {
    const key = [tx.actor.neighbourhoodId, roundId];
    const last = await tx.one<{ number: number; head: Buffer }>(
      'SELECT number, head FROM vote.bulletin WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1',
      key,
    );
    const number = last ? last.number + 1 : 0;
    const count = last ? lines.length : 0;
    const file = batchText(lines);
    const head = bulletinHead(
      { prevHead: last ? last.head.toString('hex') : '0'.repeat(64), fileSha256: sha256(file), count, number },
      sha256,
    );
    await tx.query('INSERT INTO vote.bulletin (neighbourhood_id, round_id, number, file, entries, head) VALUES ($1, $2, $3, $4, $5, $6)', [
      ...key,
      number,
      file,
      count,
      Buffer.from(head, 'hex'),
    ]);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
