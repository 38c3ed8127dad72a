import type { Pence } from '@pursestrings/basics/money';

/**
 * What the open data is made from: plain records, already checked for privacy (P2). There is no field for the name of a person:
 * whoever receives a grant as a person has a kind and no name; wages and help to households exist only as totals.
 * Days are ISO text ('2026-03-20'), instants are UTC text, lists come in the order in which they are to be published.
 */

/** The neighbourhood whose data is published, and who looks after its money. */
export interface PlaceRecord {
  readonly id: string;
  /** As in addresses: 'kettlewick'. */
  readonly slug: string;
  readonly name: string;
  /** ONS code of the area, where one fits. */
  readonly areaCode: string | null;
  readonly fundHolder: OrganisationRecord;
  /** Address of the place's public pages, without a final '/'. */
  readonly url: string;
}

/** An organisation, never a person. `identifier` is an org-id ('GB-CHC-1164883'); `registration` the bare number, for the Transparency Code. */
export interface OrganisationRecord {
  readonly identifier: string;
  readonly name: string;
  readonly registration: string | null;
}

/** Who got the money, as far as may be said in public. */
export type Payee =
  | { readonly kind: 'organisation'; readonly organisation: OrganisationRecord }
  | { readonly kind: 'individual' }
  /** Wages or help to households, one month together: 'Winter help: 38 households'. */
  | { readonly kind: 'total'; readonly label: string; readonly counted: 'households' | 'people'; readonly count: number };

/** The kinds of ledger account; `award`, `drawn_from_funder`, `contribution` and `fund_holder_advance` lie outside the purse. */
export type LedgerAccountKind =
  | 'award'
  | 'unallocated'
  | 'set_aside'
  | 'promised'
  | 'owed'
  | 'spent'
  | 'returned'
  | 'drawn_from_funder'
  | 'contribution'
  | 'fund_holder_advance'
  | 'bank'
  | 'paid_out';

export interface LedgerAccountRecord {
  readonly id: string;
  readonly awardId: string;
  readonly book: 'budget' | 'cash';
  readonly kind: LedgerAccountKind;
  /** The theme, round, chest or project the account is for. */
  readonly subjectId: string | null;
  readonly nature: 'capital' | 'revenue' | null;
  /** In words, for readers: 'Promised: Saturday bus'. */
  readonly label: string;
  readonly balancePence: Pence;
  /** Zero for all accounts inside the purse; null for those outside, which may go below. */
  readonly minPence: Pence | null;
}

/** What the entry says for itself. Blanked where it held personal words; the commitment in the chain stays. */
export type Memo = { readonly state: 'shown'; readonly text: string; readonly salt: string } | { readonly state: 'blanked' };

export interface LedgerTransferRecord {
  /** From 1. */
  readonly line: number;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amountPence: Pence;
}

export interface LedgerEntryRecord {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly id: string;
  /** As in the ledger: 'awarded', 'set_aside', 'promised', 'paid', 'refunded', 'reversed' … */
  readonly kind: string;
  readonly happenedOn: string;
  /** UTC with six decimals and Z: '2026-06-02T09:14:03.120000Z'. */
  readonly recordedAt: string;
  /** What this entry reverses, as it stands in the chain's line. */
  readonly reverses: string | null;
  readonly decisionId: string | null;
  readonly paymentId: string | null;
  /** A pseudonym of the person who posted it, never a name. */
  readonly postedBy: string;
  /** SHA-256(salt ‖ memo), hex; null for an entry without a memo. */
  readonly memoCommitment: string | null;
  readonly memo: Memo | null;
  readonly transfers: readonly LedgerTransferRecord[];
  readonly prevHash: string;
  readonly hash: string;
}

/**
 * A payment (or money back, below zero) once it has been matched to the bank. Together with those not yet matched there is one for
 * each ledger entry that moves money to or from `spent`: payments, refunds, reversals of either, and what was paid before the ledger began.
 */
export interface SpendRecord {
  /** Our number of the transaction. */
  readonly number: string;
  readonly ledgerSeq: number;
  /** The day on which the ledger entry happened. */
  readonly paidOn: string;
  readonly theme: string;
  readonly payee: Payee;
  readonly purpose: string;
  readonly netPence: Pence;
  /** VAT that cannot be recovered. */
  readonly vatPence: Pence;
  /** As in 'Buildings' or 'Staff'. */
  readonly category: string;
  readonly isGrant: boolean;
}

export interface MovementRecord {
  readonly ledgerSeq: number;
  readonly day: string;
  readonly amountPence: Pence;
}

/** A grant: a promise to a group, or to a person who is never named. */
export interface GrantRecord {
  /** The project that the promise pays for; the subject of its ledger accounts. */
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  readonly awardedOn: string;
  /** All that was promised from money set aside or undecided, entries that were taken back left out; a later release changes nothing. */
  readonly amountAwardedPence: Pence;
  readonly recipient:
    | { readonly kind: 'organisation'; readonly organisation: OrganisationRecord }
    | { readonly kind: 'individual'; readonly primaryReason: string; readonly purpose: string };
  readonly funder: OrganisationRecord;
  readonly programme: { readonly code: string; readonly title: string };
  readonly theme: { readonly code: string; readonly title: string };
  readonly plannedFrom: string | null;
  readonly plannedTo: string | null;
  /** Each entry that promised money to the project or released it, signed. */
  readonly promised: readonly MovementRecord[];
  /** Payments and money back that are matched to the bank, signed: the same entries as in the Transparency Code file. */
  readonly paid: readonly MovementRecord[];
  /** A parent group holds the grant for a smaller one. */
  readonly heldByParent: boolean;
  /** UTC instant of the last change. */
  readonly modifiedAt: string;
}

export interface DecisionRecord {
  readonly id: string;
  readonly title: string;
  readonly decidedOn: string;
  readonly outcome: 'carried' | 'lost' | 'deferred' | 'no_quorum';
  /** Members' votes as counts (D5). */
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstained: number;
  readonly awayWithInterest: number;
  readonly sumPence: Pence | null;
  readonly projectId: string | null;
  readonly roundId: string | null;
  readonly summary: string;
  readonly reasons: string;
  /** Why it departs from the round's result (D4). */
  readonly departsBecause: string | null;
  readonly url: string;
}
