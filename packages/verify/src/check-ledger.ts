import { sha256 } from './check-manifest.ts';
import type { Findings } from './finding.ts';
import { type Account, accountsFile, type Entry, type Ledger, transfersFile } from './read-ledger.ts';
import { inPounds } from './whole-pence.ts';

/** Accounts outside the purse; only they may go below zero. The others are those inside. */
const outside = new Set(['award', 'drawn_from_funder', 'contribution', 'fund_holder_advance']);
const budget = new Set(['award', 'unallocated', 'set_aside', 'promised', 'owed', 'spent', 'returned']);
const cash = new Set(['drawn_from_funder', 'contribution', 'fund_holder_advance', 'bank', 'paid_out']);

const lineFields = [
  'neighbourhood',
  'seq',
  'entry',
  'kind',
  'happened_on',
  'recorded_at',
  'reverses',
  'decision',
  'payment',
  'posted_by',
  'memo_commitment',
];

/** Works out every hash again from the rows, and every balance from the transfers. */
export function checkLedger(ledger: Ledger, about: { neighbourhoodId: string; heads: readonly string[] }, findings: Findings): void {
  checkAccounts(ledger, findings);
  checkChain(ledger, about.neighbourhoodId, findings);
  checkHeads(ledger, about.heads, findings);
  checkMemos(ledger, findings);
  checkBalances(ledger, findings);
  checkReversals(ledger, findings);
}

function checkAccounts(ledger: Ledger, findings: Findings): void {
  for (const { line, cells } of ledger.accountRows) {
    const { kind = '', book = '', min_pence: min = '' } = cells;
    const at = (field: string) => ({ file: accountsFile, row: line, field });
    if (!budget.has(kind) && !cash.has(kind)) findings.add(at('kind'), `'${kind}' is no kind of account`);
    else if ((book === 'budget' && !budget.has(kind)) || (book === 'cash' && !cash.has(kind)))
      findings.add(at('book'), `an account '${kind}' is not in the ${book} book`);
    if (book !== 'budget' && book !== 'cash') findings.add(at('book'), `'${book}' is no book`);
    if (min !== (outside.has(kind) ? '' : '0'))
      findings.add(
        at('min_pence'),
        outside.has(kind) ? 'must be empty for an outside account' : 'must be 0 for an account inside the purse',
      );
    if (!['', 'capital', 'revenue'].includes(cells.nature ?? '')) findings.add(at('nature'), 'must be capital, revenue or empty');
  }
}

/** The line of an entry, written anew from its cells; the format stands in docs/data. */
function lineOf(entry: Entry): string {
  const fields = ['1', ...lineFields.map((field) => entry.cells[field] ?? '')];
  const transfers = entry.transfers.map(({ number, from, to, pence }) => `${number}:${from}:${to}:${pence}`);
  const escaped = [...fields, ...transfers].map((field) =>
    field.replaceAll('%', '%25').replaceAll('\t', '%09').replaceAll('\n', '%0A').replaceAll('\r', '%0D'),
  );
  return escaped.join('\t');
}

function checkChain(ledger: Ledger, neighbourhoodId: string, findings: Findings): void {
  let before = '0'.repeat(64);
  for (const entry of ledger.entries) {
    const at = (field: string) => ({ file: transfersFile, row: entry.line, field });
    if (entry.cells.neighbourhood !== neighbourhoodId) findings.add(at('neighbourhood'), 'is not the neighbourhood of the manifest');
    if (entry.cells.prev_hash !== before) findings.add(at('prev_hash'), `entry ${entry.seq} does not follow the entry before it`);
    if (sha256(`${entry.cells.prev_hash}\n${lineOf(entry)}`) !== entry.cells.hash) {
      findings.add(at('hash'), `entry ${entry.seq} is not what was written down: its hash, worked out from the row, is another`);
    }
    before = entry.cells.hash ?? '';
  }
}

function checkHeads(ledger: Ledger, heads: readonly string[], findings: Findings): void {
  const hashes = new Set(ledger.entries.map((entry) => entry.cells.hash));
  for (const head of heads) {
    if (!hashes.has(head))
      findings.add(
        { file: transfersFile, field: 'hash' },
        `no entry has the hash ${head} that you were given: the ledger was written anew`,
      );
  }
}

function checkMemos(ledger: Ledger, findings: Findings): void {
  for (const { line, cells } of ledger.entries) {
    const { memo = '', memo_salt: salt = '', memo_commitment: commitment = '' } = cells;
    const at = { file: transfersFile, row: line, field: 'memo' };
    if (salt === '' && memo === '') continue;
    if (!/^[0-9a-f]{32}$/.test(salt)) findings.add({ ...at, field: 'memo_salt' }, 'is not 16 bytes in hex');
    else if (sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(memo, 'utf8')])) !== commitment) {
      findings.add(at, 'the note is not the one that was written down');
    }
  }
}

function checkBalances(ledger: Ledger, findings: Findings): void {
  const balances = new Map<string, number>([...ledger.accounts.keys()].map((id) => [id, 0]));
  for (const entry of ledger.entries) {
    for (const transfer of entry.transfers) {
      const from = ledger.accounts.get(transfer.from);
      const to = ledger.accounts.get(transfer.to);
      const wrong = whyNot(from, to);
      if (wrong) findings.add({ file: transfersFile, row: transfer.line, field: wrong.field }, wrong.what);
      balances.set(transfer.from, (balances.get(transfer.from) ?? 0) - transfer.pence);
      balances.set(transfer.to, (balances.get(transfer.to) ?? 0) + transfer.pence);
    }
    for (const transfer of entry.transfers) refuseBelowZero(transfer, { account: ledger.accounts.get(transfer.from), balances }, findings);
  }
  for (const account of ledger.accounts.values()) {
    const sum = balances.get(account.id) ?? 0;
    if (sum === account.balance) continue;
    findings.add(
      { file: accountsFile, row: account.line, field: 'balance_pence' },
      `says ${inPounds(account.balance)}, but its transfers come to ${inPounds(sum)}`,
    );
  }
}

function whyNot(from: Account | undefined, to: Account | undefined): { field: string; what: string } | null {
  if (!from) return { field: 'from', what: 'names an account that is not in ledger/accounts.csv' };
  if (!to) return { field: 'to', what: 'names an account that is not in ledger/accounts.csv' };
  if (from.id === to.id) return { field: 'to', what: 'is the account that gives' };
  if (from.book !== to.book) return { field: 'to', what: 'lies in another book than the account that gives' };
  return from.award === to.award ? null : { field: 'to', what: 'belongs to another award than the account that gives' };
}

function refuseBelowZero(
  transfer: { readonly line: number; readonly from: string },
  now: { account: Account | undefined; balances: ReadonlyMap<string, number> },
  findings: Findings,
): void {
  const balance = now.balances.get(transfer.from) ?? 0;
  if (!now.account || outside.has(now.account.kind) || balance >= 0) return;
  findings.add({ file: transfersFile, row: transfer.line, field: 'pence' }, `takes the account below zero, to ${inPounds(balance)}`);
}

function checkReversals(ledger: Ledger, findings: Findings): void {
  const reversed = new Set<number>();
  const byName = new Map(
    ledger.entries.flatMap((entry) => [[entry.cells.entry ?? '', entry] as const, [entry.cells.seq ?? '', entry] as const]),
  );
  for (const entry of ledger.entries) {
    const name = entry.cells.reverses ?? '';
    if (name === '') continue;
    const at = { file: transfersFile, row: entry.line, field: 'reverses' };
    const named = byName.get(name);
    const first = named && named.seq < entry.seq ? named : undefined;
    if (!first) findings.add(at, 'names no earlier entry');
    else if (reversed.has(first.seq)) findings.add(at, `entry ${first.seq} was taken back before`);
    else if (movesOf(first, false) !== movesOf(entry, true)) findings.add(at, `does not give back exactly what entry ${first.seq} moved`);
    if (first) reversed.add(first.seq);
  }
}

function movesOf(entry: Entry, backwards: boolean): string {
  const moves = entry.transfers.map(({ from, to, pence }) => (backwards ? `${to}>${from}:${pence}` : `${from}>${to}:${pence}`));
  return moves.toSorted().join(' ');
}
