import { type Column, writeCsv } from './csv.ts';
import type { LedgerAccountRecord, LedgerEntryRecord, LedgerTransferRecord, PlaceRecord } from './records.ts';

/** A neighbourhood's ledger, whole: every account and every entry. */
export interface LedgerRecords {
  readonly accounts: readonly LedgerAccountRecord[];
  readonly entries: readonly LedgerEntryRecord[];
}

interface TransferRow {
  readonly neighbourhoodId: string;
  readonly entry: LedgerEntryRecord;
  readonly transfer: LedgerTransferRecord;
}

/** One row a transfer, with its whole entry beside it, so that the chain can be worked out again from this file alone. */
export const transferColumns: readonly Column<TransferRow>[] = [
  { heading: 'neighbourhood', meaning: 'Id of the neighbourhood.', cell: (row) => row.neighbourhoodId },
  { heading: 'seq', meaning: 'Number of the entry, from 1 without gaps.', cell: (row) => row.entry.seq },
  { heading: 'entry', meaning: 'Id of the entry.', cell: (row) => row.entry.id },
  { heading: 'kind', meaning: 'What kind of event it was.', cell: (row) => row.entry.kind },
  { heading: 'happened_on', meaning: 'Day it happened.', cell: (row) => row.entry.happenedOn },
  { heading: 'recorded_at', meaning: 'When it was written down, UTC.', cell: (row) => row.entry.recordedAt },
  { heading: 'reverses', meaning: 'The entry that this one takes back.', cell: (row) => row.entry.reverses },
  { heading: 'decision', meaning: 'The decision behind it.', cell: (row) => row.entry.decisionId },
  { heading: 'payment', meaning: 'The payment it belongs to.', cell: (row) => row.entry.paymentId },
  { heading: 'posted_by', meaning: 'A stand-in for the person who posted it; no name.', cell: (row) => row.entry.postedBy },
  { heading: 'memo_commitment', meaning: 'SHA-256 of salt and note together, hex.', cell: (row) => row.entry.memoCommitment },
  { heading: 'memo_salt', meaning: '16 bytes, hex; empty where the note is blanked.', cell: (row) => saltOf(row.entry) },
  { heading: 'memo', meaning: 'The note; empty where it is blanked.', cell: (row) => memoOf(row.entry) },
  { heading: 'line', meaning: 'Number of the transfer in its entry.', cell: (row) => row.transfer.line },
  { heading: 'from', meaning: 'Account that gives.', cell: (row) => row.transfer.fromAccount },
  { heading: 'to', meaning: 'Account that gets.', cell: (row) => row.transfer.toAccount },
  { heading: 'pence', meaning: 'Sum in whole pence.', cell: (row) => row.transfer.amountPence },
  { heading: 'prev_hash', meaning: 'Hash of the entry before.', cell: (row) => row.entry.prevHash },
  { heading: 'hash', meaning: 'Hash of this entry.', cell: (row) => row.entry.hash },
];

/** The accounts and what lies in each. */
export const accountColumns: readonly Column<LedgerAccountRecord>[] = [
  { heading: 'account', meaning: 'Id of the account.', cell: (account) => account.id },
  { heading: 'award', meaning: 'The award whose money it is.', cell: (account) => account.awardId },
  { heading: 'book', meaning: 'budget (what is left) or cash (what can be paid).', cell: (account) => account.book },
  { heading: 'kind', meaning: 'What the account stands for.', cell: (account) => account.kind },
  { heading: 'subject', meaning: 'The theme, round or project it is for.', cell: (account) => account.subjectId },
  { heading: 'nature', meaning: 'capital (one-off) or revenue (running costs).', cell: (account) => account.nature },
  { heading: 'label', meaning: 'The account in words.', cell: (account) => account.label },
  { heading: 'balance_pence', meaning: 'What lies in it, whole pence.', cell: (account) => account.balancePence },
  { heading: 'min_pence', meaning: 'It may not go below this; empty for outside accounts.', cell: (account) => account.minPence },
];

/** `ledger/transfers.csv`. */
export function transfersCsv(place: PlaceRecord, ledger: LedgerRecords): string {
  const rows = ledger.entries.flatMap((entry) => entry.transfers.map((transfer) => ({ neighbourhoodId: place.id, entry, transfer })));
  return writeCsv(transferColumns, rows);
}

/** `ledger/accounts.csv`. */
export function accountsCsv(ledger: LedgerRecords): string {
  return writeCsv(accountColumns, ledger.accounts);
}

/** `ledger/ledger.json`: the same as the two CSV files, entries with their transfers inside. */
export function ledgerJson(place: PlaceRecord, ledger: LedgerRecords): string {
  const head = ledger.entries.at(-1);
  const document = {
    format: 'pursestrings-ledger/1',
    neighbourhood: place.id,
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? '0'.repeat(64) },
    accounts: ledger.accounts.map(accountInJson),
    entries: ledger.entries.map(entryInJson),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function accountInJson(account: LedgerAccountRecord) {
  return Object.fromEntries(accountColumns.map(({ heading, cell }) => [heading, cell(account)]));
}

function entryInJson(entry: LedgerEntryRecord) {
  return {
    seq: entry.seq,
    entry: entry.id,
    kind: entry.kind,
    happened_on: entry.happenedOn,
    recorded_at: entry.recordedAt,
    reverses: entry.reverses,
    decision: entry.decisionId,
    payment: entry.paymentId,
    posted_by: entry.postedBy,
    memo_commitment: entry.memoCommitment,
    memo_salt: saltOf(entry),
    memo: memoOf(entry),
    transfers: entry.transfers.map(({ line, fromAccount, toAccount, amountPence }) => ({
      line,
      from: fromAccount,
      to: toAccount,
      pence: amountPence,
    })),
    prev_hash: entry.prevHash,
    hash: entry.hash,
  };
}

function saltOf(entry: LedgerEntryRecord): string | null {
  return entry.memo?.state === 'shown' ? entry.memo.salt : null;
}

function memoOf(entry: LedgerEntryRecord): string | null {
  return entry.memo?.state === 'shown' ? entry.memo.text : null;
}
