import { randomBytes, randomUUID } from 'node:crypto';

declare const kindBrand: unique symbol;

/** An id of one kind of thing: a UUID in lower case, typed so that a round's id is never taken for a person's. */
export type Id<Kind extends string> = string & { readonly [kindBrand]: Kind };

export type NeighbourhoodId = Id<'neighbourhood'>;
export type AccountId = Id<'account'>;
export type PersonId = Id<'person'>;
export type ProgrammeId = Id<'programme'>;
export type AwardId = Id<'award'>;
export type ProposalId = Id<'proposal'>;
export type RoundId = Id<'round'>;
export type MeetingId = Id<'meeting'>;
export type MotionId = Id<'motion'>;
export type DecisionId = Id<'decision'>;
export type ProjectId = Id<'project'>;
export type CommitmentId = Id<'commitment'>;
export type PaymentId = Id<'payment'>;
export type LedgerAccountId = Id<'ledger-account'>;
export type LedgerEntryId = Id<'ledger-entry'>;
export type EventId = Id<'event'>;

/**
 * A new UUIDv7 (RFC 9562): 48 bits of time, so that rows made together lie together, and 74 random bits.
 * Not for ballots, nor for anything else whose moment must stay secret: take `newSecretId` there.
 */
export function newId<Kind extends string>(atMs: number = Date.now()): Id<Kind> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return format(bytes) as Id<Kind>;
}

/** A new UUIDv4: 122 random bits and no time. */
export function newSecretId<Kind extends string>(): Id<Kind> {
  return randomUUID() as Id<Kind>;
}

/** Whether `text` has the form of a UUID, in either case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** Takes a text that came from our own database or a checked request as an id of a kind. Throws when it is no UUID. */
export function idOf<Kind extends string>(text: string): Id<Kind> {
  if (!isUuid(text)) throw new RangeError('An id must be a UUID.');
  return text.toLowerCase() as Id<Kind>;
}

const slugAlphabet = 'abcdefghjkmnpqrstvwxyz23456789';

/** Six random letters and digits that end a public address, so that two things of one name never share it. */
export function newSlugEnding(): string {
  return [...randomBytes(6)].map((byte) => slugAlphabet[byte % slugAlphabet.length]).join('');
}

/** A title as the readable part of an address: lower case, words joined by '-', at most 60 characters; 'untitled' for none. */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'untitled';
}

function format(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
