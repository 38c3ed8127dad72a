import { Inject, Injectable } from '@nestjs/common';
import { pence } from '@pursestrings/basics/money';
import type { RoundRecord } from '@pursestrings/open-data/round-files';
import type { CountDocument } from '@pursestrings/voting-rules/count-document';
import type { Tx } from '../../platform/database/transactions.ts';
import { CountInputs } from '../counts/index.ts';

interface RoundRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: string;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly potPence: number;
  readonly document: CountDocument | null;
  readonly ballots: number | null;
  readonly bulletin: readonly { readonly number: number; readonly text: string; readonly count: number; readonly head: string }[];
}

/** Rounds whose result is published, and rounds that were cancelled, oldest first. Nothing of a round that is still open (V4). */
@Injectable()
export class RoundRecords {
  constructor(@Inject(CountInputs) private readonly inputs: CountInputs) {}

  async all(tx: Tx): Promise<RoundRecord[]> {
    const rows = await tx.query<RoundRow>(roundsSql, [tx.actor.neighbourhoodId]);
    const records: RoundRecord[] = [];
    for (const row of rows) records.push(await this.record(tx, row));
    return records;
  }

  private async record(tx: Tx, row: RoundRow): Promise<RoundRecord> {
    const isPublished = row.state !== 'cancelled' && row.document !== null;
    return {
      id: row.id,
      slug: row.slug,
      title: row.title,
      state: isPublished ? 'published' : 'cancelled',
      openedAt: row.openedAt,
      closedAt: row.closedAt,
      potPence: pence(row.potPence),
      ballotsCounted: isPublished ? (row.ballots ?? 0) : 0,
      papersRejected: 0,
      result: isPublished && row.document ? { input: (await this.inputs.of(tx, row.id)).input, document: row.document } : null,
      bulletin:
        isPublished && row.bulletin.length > 0
          ? { signingKey: null, entries: row.bulletin.map((entry) => ({ ...entry, signature: null })) }
          : null,
    };
  }
}

const roundsSql = `
  SELECT r.id, r.slug, r.title, r.state, r.opens_at AS "openedAt", coalesce(r.closed_at, r.closes_at) AS "closedAt", r.pot_pence AS "potPence",
    v.document, v.ballots,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'text', b.file, 'count', b.entries, 'head', encode(b.head, 'hex')) ORDER BY b.number), '[]')
     FROM vote.bulletin b WHERE b.neighbourhood_id = $1 AND b.round_id = r.id) AS bulletin
  FROM round r LEFT JOIN LATERAL (
    SELECT x.document, x.ballots FROM round_result x WHERE x.neighbourhood_id = $1 AND x.round_id = r.id ORDER BY x.version DESC LIMIT 1) v ON true
  WHERE r.neighbourhood_id = $1 AND (r.state = 'cancelled' OR (r.state = 'published' AND v.document IS NOT NULL)) ORDER BY r.opens_at, r.id`;
