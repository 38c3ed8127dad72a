import { Injectable } from '@nestjs/common';
import { type DecisionId, type LedgerAccountId, type LedgerEntryId, newSecretId, type PaymentId } from '@pursestrings/basics/ids';
import type { Pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { Tx } from '../../platform/database/transactions.ts';

/** What kind of event moves the money; which accounts each may move it between stands in `ledger.may_move`. */
export type EntryKind =
  | 'award'
  | 'interest'
  | 'drawdown'
  | 'contribution'
  | 'advance'
  | 'advance_repaid'
  | 'set_aside'
  | 'set_free'
  | 'promised'
  | 'owed'
  | 'paid'
  | 'refund'
  | 'released'
  | 'handed_back'
  | 'past';

export interface Transfer {
  readonly from: LedgerAccountId;
  readonly to: LedgerAccountId;
  /** More than nothing. */
  readonly pence: Pence;
}

/** What is to be posted. `key` makes it happen once: the same key with the same posting gets the first answer again. */
export interface Posting {
  readonly key?: string;
  readonly kind: EntryKind;
  /** ISO day in the United Kingdom, not after today. */
  readonly happenedOn: string;
  readonly transfers: readonly Transfer[];
  /** Words for readers. They stand beside the chain and can be blanked. */
  readonly memo?: string;
  readonly decisionId?: DecisionId;
  readonly paymentId?: PaymentId;
}

/** A correction: takes back a whole entry, once, with a reason. Both stay to be seen. */
export interface Reversal {
  readonly key?: string;
  readonly reverses: LedgerEntryId;
  readonly happenedOn: string;
  readonly reason: string;
}

export interface PostedEntry {
  readonly id: LedgerEntryId;
  readonly seq: number;
}

const codes = {
  PL001: 'movement-not-known',
  PL002: 'posting-key-used',
  PL003: 'decision-does-not-cover',
  PL004: 'payment-does-not-fit',
  PL005: 'approvals-missing',
  PL006: 'ring-fenced',
  PL007: 'entry-cannot-be-reversed',
  PL008: 'entry-needs-day-and-reason',
} as const;

export type PostProblem = { readonly code: 'not-enough-money' | (typeof codes)[keyof typeof codes] };

/** Posts entries by `ledger.post`, the only door; what the database refuses comes back as a problem. After one, the transaction is void. */
@Injectable()
export class LedgerPosts {
  /** Writes one entry with its transfers in the neighbourhood of `tx`. */
  async post(tx: Tx, posting: Posting): Promise<Result<PostedEntry, PostProblem>> {
    const transfers = posting.transfers.map(({ from, to, pence }) => ({ from, to, pence }));
    return await call(tx, [
      posting.key ?? newSecretId(),
      posting.kind,
      posting.happenedOn,
      JSON.stringify(transfers),
      posting.memo ?? null,
      posting.decisionId ?? null,
      posting.paymentId ?? null,
      null,
    ]);
  }

  /** Takes back an entry by its mirror image. Refused where the money is no longer there, and for an entry taken back before. */
  async reverse(tx: Tx, reversal: Reversal): Promise<Result<PostedEntry, PostProblem>> {
    return await call(tx, [
      reversal.key ?? newSecretId(),
      'reversal',
      reversal.happenedOn,
      '[]',
      reversal.reason,
      null,
      null,
      reversal.reverses,
    ]);
  }

  /** Takes away an entry's words, which held something personal. The chain stays whole. */
  async blankMemo(tx: Tx, seq: number): Promise<void> {
    await tx.query('SELECT ledger.blank_memo($1)', [seq]);
  }
}

async function call(tx: Tx, parameters: readonly unknown[]): Promise<Result<PostedEntry, PostProblem>> {
  try {
    const row = await tx.one<{ id: LedgerEntryId; seq: number }>(
      `SELECT posted_id AS id, posted_seq AS seq FROM ledger.post($1, $2, $3, $4, $5, $6, $7, $8)`,
      parameters,
    );
    if (!row) throw new Error('ledger.post always answers one row.');
    return ok(row);
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return problem(refusal);
  }
}

/** The problem that an error of the ledger stands for; null for a fault. */
export function refusalOf(fault: unknown): PostProblem | null {
  const { code, constraint } = (fault ?? {}) as { code?: string; constraint?: string };
  if (code === '23514' && constraint === 'account_not_below_zero') return { code: 'not-enough-money' };
  if (code === '23505' && constraint === 'entry_reversed_once') return { code: 'entry-cannot-be-reversed' };
  return code !== undefined && code in codes ? { code: codes[code as keyof typeof codes] } : null;
}
