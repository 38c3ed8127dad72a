import { pence } from '@pursestrings/basics/money';
import type { LedgerRecords } from '@pursestrings/open-data/ledger-files';
import type { LedgerAccountKind, LedgerAccountRecord, LedgerEntryRecord } from '@pursestrings/open-data/records';
import type { Tx } from '../../platform/database/transactions.ts';
import { readEntries } from '../ledger/index.ts';

/** What an account is called in the files, given the name of its project, purpose or award. */
const labels: Record<LedgerAccountKind, (name: string) => string> = {
  award: (name) => `From the funder: ${name}`,
  unallocated: (name) => `Still to decide: ${name}`,
  set_aside: (name) => `Set aside: ${name}`,
  promised: (name) => `Promised: ${name}`,
  owed: (name) => `Bill accepted: ${name}`,
  spent: (name) => `Spent: ${name}`,
  returned: (name) => `Given back to the funder: ${name}`,
  drawn_from_funder: (name) => `Sent by the funder: ${name}`,
  contribution: (name) => `For looking after the money: ${name}`,
  fund_holder_advance: (name) => `Lent by the fund holder: ${name}`,
  bank: (name) => `In the bank: ${name}`,
  paid_out: (name) => `Paid out: ${name}`,
};

type AccountRow = Omit<LedgerAccountRecord, 'label'> & { readonly name: string };

interface MemoRow {
  readonly seq: number;
  readonly words: string | null;
  readonly salt: string | null;
}

/** Every account and every entry of the neighbourhood of `tx`, with the words beside them. */
export async function ledgerRecords(tx: Tx): Promise<LedgerRecords> {
  const place = [tx.actor.neighbourhoodId];
  const accounts = await tx.query<AccountRow>(
    `SELECT a.id, a.award_id AS "awardId", a.book, a.kind, a.subject_id AS "subjectId", a.nature, coalesce(p.title, a.name, w.name) AS name,
       a.balance_pence AS "balancePence", a.min_pence AS "minPence"
     FROM ledger.account a JOIN award w ON w.neighbourhood_id = a.neighbourhood_id AND w.id = a.award_id
     LEFT JOIN project p ON p.neighbourhood_id = a.neighbourhood_id AND p.id = a.subject_id
     WHERE a.neighbourhood_id = $1 ORDER BY w.made_on, a.award_id, a.book, a.kind, a.id`,
    place,
  );
  const memos = await tx.query<MemoRow>(
    `SELECT entry_seq AS seq, words, encode(salt, 'hex') AS salt FROM ledger.memo WHERE neighbourhood_id = $1`,
    place,
  );
  const memoOf = new Map(memos.map((memo) => [memo.seq, memo]));
  const entries = await readEntries(tx);
  return {
    accounts: accounts.map(({ name, ...account }) => ({ ...account, label: labels[account.kind](name) })),
    entries: entries.map((entry) => withMemo(entry, memoOf.get(entry.seq))),
  };
}

function withMemo(entry: LedgerEntryRecord, memo: MemoRow | undefined): LedgerEntryRecord {
  const transfers = entry.transfers.map((transfer) => ({ ...transfer, amountPence: pence(transfer.amountPence) }));
  if (memo === undefined) return { ...entry, transfers, memo: null };
  const { words, salt } = memo;
  return { ...entry, transfers, memo: words === null || salt === null ? { state: 'blanked' } : { state: 'shown', text: words, salt } };
}
