import type { LedgerEntryRecord, LedgerTransferRecord } from './records.ts';

/** SHA-256 of the text's UTF-8 bytes as 64 lower-case hex digits. Given from outside, so that this runs in a browser too. */
export type Sha256 = (text: string) => string;

/** The hash that the first entry of a ledger follows. */
export const firstPrevHash = '0'.repeat(64);

/** What of an entry enters its line. */
export type LineFields = Pick<
  LedgerEntryRecord,
  | 'seq'
  | 'id'
  | 'kind'
  | 'happenedOn'
  | 'recordedAt'
  | 'reverses'
  | 'decisionId'
  | 'paymentId'
  | 'postedBy'
  | 'memoCommitment'
  | 'transfers'
>;

/**
 * The entry as the one line of text that is hashed: tab-separated, version 1 first, transfers last in the order of their lines,
 * an absent value empty, no final newline. Throws when `recordedAt` is not UTC with six decimals, for then two writers could differ.
 */
export function ledgerLine(neighbourhoodId: string, entry: LineFields): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(entry.recordedAt)) {
    throw new RangeError(`An entry's time must be UTC with six decimals, got ${entry.recordedAt}.`);
  }
  const fields = [
    '1',
    neighbourhoodId,
    String(entry.seq),
    entry.id,
    entry.kind,
    entry.happenedOn,
    entry.recordedAt,
    entry.reverses,
    entry.decisionId,
    entry.paymentId,
    entry.postedBy,
    entry.memoCommitment,
    ...entry.transfers.toSorted((a, b) => a.line - b.line).map(transferField),
  ];
  return fields.map((field) => escapeField(field ?? '')).join('\t');
}

/** The entry's hash: SHA-256(hex of the hash before it ‖ LF ‖ line). */
export function ledgerHash(prevHash: string, line: string, sha256: Sha256): string {
  return sha256(`${prevHash}\n${line}`);
}

function transferField(transfer: LedgerTransferRecord): string {
  return `${transfer.line}:${transfer.fromAccount}:${transfer.toAccount}:${transfer.amountPence}`;
}

function escapeField(text: string): string {
  return text.replace(/[%\t\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
