import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OpenDataFile } from '@pursestrings/open-data/open-data-file';
import { openDataFolder } from '@pursestrings/open-data/open-data-folder';
import type { OrganisationRecord, PlaceRecord } from '@pursestrings/open-data/records';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { decisionRecords } from './decision-records.ts';
import { grantRecords } from './grant-records.ts';
import { ledgerRecords } from './ledger-records.ts';
import { RoundRecords } from './round-records.ts';
import { spendingRecords } from './spending-records.ts';

interface PlaceRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly code: string;
  readonly fundHolder: string | null;
}

/** How many places' files are kept in memory until something is published there. */
const mostKept = 20;

/**
 * A neighbourhood's open data, made from the same rows as its pages (P3). What was made is kept until something new is
 * published, so that the manifest and the files that a reader fetches one after another agree.
 */
@Injectable()
export class OpenDataOfPlace {
  private readonly kept = new Map<string, { readonly stamp: string; readonly files: readonly OpenDataFile[] }>();

  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(RoundRecords) private readonly rounds: RoundRecords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every file of the actor's neighbourhood; the same records give the same bytes. */
  async files(actor: Actor): Promise<readonly OpenDataFile[]> {
    const key = actor.neighbourhoodId ?? '';
    // A posting between two statements would tear the files apart: then they are made again.
    for (let attempt = 0; attempt < 5; attempt++) {
      const before = await this.stamp(actor);
      const known = this.kept.get(key);
      if (known?.stamp === before.text) return known.files;
      const files = await this.transactions.read(actor, (tx) => this.make(tx, before.changedAt));
      if ((await this.stamp(actor)).text === before.text) {
        this.keep(key, { stamp: before.text, files });
        return files;
      }
    }
    throw new Error('The books are changing too fast to publish them just now.');
  }

  private keep(key: string, made: { readonly stamp: string; readonly files: readonly OpenDataFile[] }): void {
    this.kept.delete(key);
    this.kept.set(key, made);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }

  /** What tells whether anything published has changed, and when it last did. */
  private async stamp(actor: Actor): Promise<{ text: string; changedAt: string }> {
    const row = await this.transactions.read(actor, (tx) => tx.one<{ text: string; changedAt: string }>(stampSql, [actor.neighbourhoodId]));
    if (!row) throw new Error('There is no such place.');
    return row;
  }

  private async make(tx: Tx, changedAt: string): Promise<readonly OpenDataFile[]> {
    const row = await tx.one<PlaceRow>(`SELECT id, slug, name, code, fund_holder AS "fundHolder" FROM neighbourhood WHERE id = $1`, [
      tx.actor.neighbourhoodId,
    ]);
    if (!row) throw new Error('There is no such place.');
    const place = placeOf(row, this.config.publicUrl);
    const spending = await spendingRecords(tx);
    const data = {
      place,
      ledger: await ledgerRecords(tx),
      spending: spending.matched.map(({ spend }) => spend),
      notYetMatched: spending.notYetMatched,
      grants: await grantRecords(tx, spending.matched),
      decisions: await decisionRecords(tx, place.url),
      rounds: await this.rounds.all(tx),
      about: { prefix: '360G-pursestrings', publisher: { ...place.fundHolder, website: this.config.publicUrl }, issuedAt: changedAt },
    };
    return openDataFolder(data, (text) => createHash('sha256').update(text, 'utf8').digest('hex'));
  }
}

function placeOf(row: PlaceRow, publicUrl: string): PlaceRecord {
  const name = row.fundHolder ?? `${row.name} partnership`;
  const fundHolder: OrganisationRecord = { identifier: `XM-PURSESTRINGS-${row.slug}`, name, registration: null };
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    areaCode: /^E\d{8}$/.test(row.code) ? row.code : null,
    fundHolder,
    url: `${publicUrl}/${row.slug}`,
  };
}

const stampSql = `
  SELECT concat_ws('/', n.name, n.fund_holder, coalesce(h.seq, 0), y.n, y.at, d.n, d.at, r.n, r.at, m.blanked) AS text,
    to_char(greatest(n.created_at, y.at, d.at, r.at, e.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
  FROM neighbourhood n LEFT JOIN ledger.head h ON h.neighbourhood_id = n.id
  CROSS JOIN LATERAL (SELECT count(*) AS n, max(published_at) AS at FROM payment WHERE neighbourhood_id = n.id AND published_at IS NOT NULL) y
  CROSS JOIN LATERAL (SELECT count(*) AS n, max(published_at) AS at FROM decision WHERE neighbourhood_id = n.id AND state IN ('published', 'superseded')) d
  CROSS JOIN LATERAL (SELECT count(*) AS n, max(x.made_at) AS at FROM round_result x JOIN round q ON q.neighbourhood_id = n.id AND q.id = x.round_id
    WHERE x.neighbourhood_id = n.id AND q.state = 'published') r
  CROSS JOIN LATERAL (SELECT max(recorded_at) AS at FROM ledger.entry WHERE neighbourhood_id = n.id) e
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE words IS NULL) AS blanked FROM ledger.memo WHERE neighbourhood_id = n.id) m
  WHERE n.id = $1`;
