import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { firstPrevHash, ledgerHash, ledgerLine } from '@pursestrings/open-data/ledger-line';
import type { LedgerEntryRecord } from '@pursestrings/open-data/records';
import type { Tx } from '../../platform/database/transactions.ts';

/** What a check of a ledger found: how many entries it read, and the first thing that is wrong, in words, or null. */
export interface LedgerFinding {
  readonly entries: number;
  readonly firstFault: string | null;
}

/** Recomputes a neighbourhood's chain and balances from their rows. Comparing stored digests would prove nothing. */
@Injectable()
export class LedgerChecks {
  /** Reads the whole ledger of the neighbourhood of `tx`. */
  async check(tx: Tx): Promise<LedgerFinding> {
    const entries = await readEntries(tx);
    const fault = firstBrokenLink(tx.actor.neighbourhoodId ?? '', entries) ?? (await wrongHead(tx, entries)) ?? (await wrongBalance(tx));
    return { entries: entries.length, firstFault: fault };
  }
}

/** Every entry with its transfers, in order, as the open data gives them; memos left out. */
export async function readEntries(tx: Tx): Promise<LedgerEntryRecord[]> {
  return await tx.query<LedgerEntryRecord>(
    `SELECT e.seq, e.id, e.kind, to_char(e.happened_on, 'YYYY-MM-DD') AS "happenedOn",
       to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt", e.reverses,
       e.decision_id AS "decisionId", e.payment_id AS "paymentId", coalesce(e.posted_by::text, '') AS "postedBy",
       encode(e.memo_commitment, 'hex') AS "memoCommitment", NULL AS memo,
       encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash, t.transfers
     FROM ledger.entry e CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('line', t.line, 'fromAccount', t.from_account, 'toAccount', t.to_account, 'amountPence', t.amount_pence) ORDER BY t.line) AS transfers
       FROM ledger.transfer t WHERE t.neighbourhood_id = e.neighbourhood_id AND t.entry_seq = e.seq) t
     WHERE e.neighbourhood_id = $1 ORDER BY e.seq`,
    [tx.actor.neighbourhoodId],
  );
}

function firstBrokenLink(neighbourhoodId: string, entries: readonly LedgerEntryRecord[]): string | null {
  let before = firstPrevHash;
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return `entry ${index + 1} is missing`;
    if (entry.prevHash !== before) return `entry ${entry.seq} does not follow the one before it`;
    const hash = ledgerHash(before, ledgerLine(neighbourhoodId, entry), sha256);
    if (hash !== entry.hash) return `entry ${entry.seq} is not what its hash was made from`;
    before = hash;
  }
  return null;
}

async function wrongHead(tx: Tx, entries: readonly LedgerEntryRecord[]): Promise<string | null> {
  const head = await tx.one<{ seq: number; hash: string }>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM ledger.head WHERE neighbourhood_id = $1`,
    [tx.actor.neighbourhoodId],
  );
  const last = entries.at(-1);
  const agrees = (head?.seq ?? 0) === (last?.seq ?? 0) && (head?.hash ?? firstPrevHash) === (last?.hash ?? firstPrevHash);
  return agrees ? null : 'the head is not the last entry';
}

/** The first account whose balance is not the sum of its transfers. */
async function wrongBalance(tx: Tx): Promise<string | null> {
  const wrong = await tx.one<{ id: string }>(
    `SELECT a.id FROM ledger.account a
     LEFT JOIN (SELECT d.account, sum(d.pence) AS pence FROM ledger.transfer t,
         LATERAL (VALUES (t.from_account, -t.amount_pence), (t.to_account, t.amount_pence)) AS d (account, pence)
       WHERE t.neighbourhood_id = $1 GROUP BY d.account) s ON s.account = a.id
     WHERE a.neighbourhood_id = $1 AND a.balance_pence <> coalesce(s.pence, 0) ORDER BY a.id LIMIT 1`,
    [tx.actor.neighbourhoodId],
  );
  return wrong ? `account ${wrong.id} holds something else than its transfers add up to` : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
