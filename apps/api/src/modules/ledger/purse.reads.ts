import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { Account, Purse, readAccount, readEntry, readMoney } from '@pursestrings/contracts/money';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** The four figures of a purse out of `ledger.account a`, all rows of one place. */
const purseColumns = `
  coalesce(-sum(a.balance_pence) FILTER (WHERE a.kind = 'award'), 0)::bigint AS "awardedPence",
  coalesce(sum(a.balance_pence) FILTER (WHERE a.kind = 'spent'), 0)::bigint AS "spentPence",
  coalesce(sum(a.balance_pence) FILTER (WHERE a.kind IN ('promised', 'owed')), 0)::bigint AS "promisedPence",
  coalesce(sum(a.balance_pence) FILTER (WHERE a.kind = 'set_aside'), 0)::bigint AS "setAsidePence",
  coalesce(sum(a.balance_pence) FILTER (WHERE a.kind = 'unallocated'), 0)::bigint AS "freePence",
  coalesce(sum(a.balance_pence) FILTER (WHERE a.kind = 'returned'), 0)::bigint AS "returnedPence"`;

/** An account with what it stands for, as `readMoney` shows it. `project p` and `award w` are joined beside `ledger.account a`. */
const accountColumns = `a.id, a.kind, coalesce(p.title, a.name, w.name) AS name, w.name AS "awardName", p.slug AS "projectSlug",
  coalesce(p.theme, a.name) AS theme, a.nature, a.purpose, a.balance_pence AS "balancePence"`;

const accountJoins = `JOIN award w ON w.neighbourhood_id = a.neighbourhood_id AND w.id = a.award_id
  LEFT JOIN project p ON p.neighbourhood_id = a.neighbourhood_id AND p.id = a.subject_id`;

/** What pages show of the ledger: one statement each, however much stands in it (L19). */
@Injectable()
export class PurseReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** The purse in four figures, each the sum of its accounts' balances (M10). */
  async purse(actor: Actor): Promise<Purse> {
    const purse = await this.transactions.read(actor, (tx) =>
      tx.one<Purse>(`SELECT ${purseColumns} FROM ledger.account a WHERE a.neighbourhood_id = $1 AND a.book = 'budget'`, [
        actor.neighbourhoodId,
      ]),
    );
    if (!purse) throw new Error('A sum always answers one row.');
    return purse;
  }

  /** The purse with every account that has held anything, awards first made first. */
  async money(actor: Actor): Promise<ResponseOf<typeof readMoney>> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<ResponseOf<typeof readMoney>>(
        `SELECT
           (SELECT to_jsonb(s) FROM (SELECT ${purseColumns} FROM ledger.account a WHERE a.neighbourhood_id = $1 AND a.book = 'budget') s) AS purse,
           (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."madeOn", s.id), '[]') FROM (
             SELECT w.id, w.name, w.amount_pence AS "amountPence", w.made_on AS "madeOn", g.slug AS "programmeSlug", g.funder
             FROM award w JOIN programme g ON g.id = w.programme_id WHERE w.neighbourhood_id = $1) s) AS awards,
           (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.kind, abs(s."balancePence") DESC, s.id), '[]') FROM (
             SELECT ${accountColumns} FROM ledger.account a ${accountJoins} WHERE a.neighbourhood_id = $1
               AND (a.balance_pence <> 0 OR EXISTS (SELECT FROM ledger.transfer t WHERE t.neighbourhood_id = $1 AND t.from_account = a.id))) s) AS accounts,
           (SELECT jsonb_build_object('seq', coalesce(max(h.seq), 0), 'hash', coalesce(max(encode(h.hash, 'hex')), repeat('0', 64)))
             FROM ledger.head h WHERE h.neighbourhood_id = $1) AS head`,
        [actor.neighbourhoodId],
      ),
    );
    if (!row) throw new Error('The statement always answers one row.');
    return row;
  }

  /** An account with its newest entries before the one numbered `before`; null when there is no such account here. */
  async account(actor: Actor, accountId: string, before: number | undefined): Promise<ResponseOf<typeof readAccount> | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<{ account: Account; entries: ResponseOf<typeof readAccount>['entries'] }>(
        `SELECT to_jsonb(s) AS account, (
           SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.seq DESC, e.line), '[]') FROM (
             SELECT e.seq, t.line, e.kind, e.happened_on AS "happenedOn",
               CASE WHEN t.to_account = s.id THEN t.amount_pence ELSE -t.amount_pence END AS "amountPence",
               o.kind AS "otherKind", coalesce(op.title, o.name, ow.name) AS "otherName",
               CASE WHEN y.published_at IS NOT NULL THEN y.number END AS "paymentNumber"
             FROM ledger.transfer t JOIN ledger.entry e ON e.neighbourhood_id = $1 AND e.seq = t.entry_seq
             JOIN ledger.account o ON o.neighbourhood_id = $1 AND o.id = CASE WHEN t.to_account = s.id THEN t.from_account ELSE t.to_account END
             JOIN award ow ON ow.neighbourhood_id = $1 AND ow.id = o.award_id
             LEFT JOIN project op ON op.neighbourhood_id = $1 AND op.id = o.subject_id
             LEFT JOIN payment y ON y.neighbourhood_id = $1 AND y.id = e.payment_id
             WHERE t.neighbourhood_id = $1 AND s.id IN (t.from_account, t.to_account) AND ($3::bigint IS NULL OR t.entry_seq < $3)
             ORDER BY t.entry_seq DESC LIMIT 51) e) AS entries
         FROM (SELECT ${accountColumns} FROM ledger.account a ${accountJoins} WHERE a.neighbourhood_id = $1 AND a.id = $2) s`,
        [actor.neighbourhoodId, accountId, before ?? null],
      ),
    );
    if (!row) return null;
    const entries = row.entries.slice(0, 50);
    return { account: row.account, entries, older: row.entries.length > 50 ? (entries.at(-1)?.seq ?? null) : null };
  }

  /** One entry with its transfers, its decision, its payment once published, and the line it was hashed from; null when there is none. */
  async entry(actor: Actor, seq: number): Promise<ResponseOf<typeof readEntry>['entry'] | null> {
    return await this.transactions.read(actor, (tx) =>
      tx.one<ResponseOf<typeof readEntry>['entry']>(entryStatement, [actor.neighbourhoodId, seq]),
    );
  }
}

const entryStatement = `
  SELECT e.seq, e.id, e.kind, to_char(e.happened_on, 'YYYY-MM-DD') AS "happenedOn",
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
    m.words AS memo, (e.memo_commitment IS NOT NULL AND m.words IS NULL) AS "memoBlanked",
    CASE WHEN d.state IN ('published', 'superseded') THEN jsonb_build_object('slug', d.slug, 'title', d.title) END AS decision,
    CASE WHEN y.published_at IS NOT NULL THEN y.number END AS "paymentNumber",
    b.seq AS reverses, r.seq AS "reversedBy", encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash,
    ledger.line(e, ARRAY(SELECT t.line || ':' || t.from_account || ':' || t.to_account || ':' || t.amount_pence FROM ledger.transfer t
      WHERE t.neighbourhood_id = $1 AND t.entry_seq = e.seq ORDER BY t.line)) AS line,
    (SELECT jsonb_agg(jsonb_build_object('line', t.line, 'amountPence', t.amount_pence,
        'from', jsonb_build_object('id', f.id, 'kind', f.kind, 'name', coalesce(fp.title, f.name, w.name)),
        'to', jsonb_build_object('id', o.id, 'kind', o.kind, 'name', coalesce(op.title, o.name, w.name))) ORDER BY t.line)
      FROM ledger.transfer t
      JOIN award w ON w.neighbourhood_id = $1 AND w.id = t.award_id
      JOIN ledger.account f ON f.neighbourhood_id = $1 AND f.id = t.from_account
      JOIN ledger.account o ON o.neighbourhood_id = $1 AND o.id = t.to_account
      LEFT JOIN project fp ON fp.neighbourhood_id = $1 AND fp.id = f.subject_id
      LEFT JOIN project op ON op.neighbourhood_id = $1 AND op.id = o.subject_id
      WHERE t.neighbourhood_id = $1 AND t.entry_seq = e.seq) AS transfers
  FROM ledger.entry e
  LEFT JOIN ledger.memo m ON m.neighbourhood_id = $1 AND m.entry_seq = e.seq
  LEFT JOIN decision d ON d.neighbourhood_id = $1 AND d.id = e.decision_id
  LEFT JOIN payment y ON y.neighbourhood_id = $1 AND y.id = e.payment_id
  LEFT JOIN ledger.entry b ON b.neighbourhood_id = $1 AND b.id = e.reverses
  LEFT JOIN ledger.entry r ON r.neighbourhood_id = $1 AND r.reverses = e.id
  WHERE e.neighbourhood_id = $1 AND e.seq = $2`;
