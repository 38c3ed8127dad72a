import type { LedgerAccountId } from '@pursestrings/basics/ids';

/** Where the money of Kettlewick lies that is not promised yet. */
export interface Asides {
  readonly unallocated: LedgerAccountId;
  readonly skills: LedgerAccountId;
  readonly smallGrants: LedgerAccountId;
}
