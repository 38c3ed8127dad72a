import type { Entry, Ledger } from './read-ledger.ts';

/** What an entry spent, net of money back, by the project it was spent on. Entries that move nothing to or from `spent` have none. */
export function spendingOf(entry: Entry, ledger: Ledger): ReadonlyMap<string, number> {
  return movedInto(entry, ledger, { into: ['spent'], from: null });
}

/** What an entry promised to projects out of money not yet promised, net of what it released, by project. */
export function promisesOf(entry: Entry, ledger: Ledger): ReadonlyMap<string, number> {
  return movedInto(entry, ledger, { into: ['promised'], from: ['set_aside', 'unallocated'] });
}

/** All of an entry's spending together, pence; null where it moves nothing to or from `spent`. */
export function totalSpent(entry: Entry, ledger: Ledger): number | null {
  const sums = [...spendingOf(entry, ledger).values()];
  return sums.length === 0 ? null : sums.reduce((sum, pence) => sum + pence, 0);
}

/** Numbers of entries that were taken back, and of those that took them back. */
export function takenBackIn(ledger: Ledger): ReadonlySet<number> {
  const taking = ledger.entries.filter((entry) => entry.cells.reverses !== '');
  const names = new Set(taking.map((entry) => entry.cells.reverses));
  const taken = ledger.entries.filter((entry) => names.has(entry.cells.entry) || names.has(entry.cells.seq));
  return new Set([...taking, ...taken].map((entry) => entry.seq));
}

function movedInto(
  entry: Entry,
  ledger: Ledger,
  kinds: { into: readonly string[]; from: readonly string[] | null },
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const transfer of entry.transfers) {
    const from = ledger.accounts.get(transfer.from);
    const to = ledger.accounts.get(transfer.to);
    const fits = (kind: string) => kinds.from === null || kinds.from.includes(kind);
    if (to && kinds.into.includes(to.kind) && fits(from?.kind ?? '')) sums.set(to.subject, (sums.get(to.subject) ?? 0) + transfer.pence);
    if (from && kinds.into.includes(from.kind) && fits(to?.kind ?? ''))
      sums.set(from.subject, (sums.get(from.subject) ?? 0) - transfer.pence);
  }
  return sums;
}
