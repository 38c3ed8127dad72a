import { pence } from '@pursestrings/basics/money';
import type { Terms } from '@pursestrings/contracts/partnership';

/** The rules that hold until a partnership agrees its own: a third of members and at least 3, simple majority, no casting vote. */
export const defaultTerms: Terms = Object.freeze({
  version: 0,
  quorumNumerator: 1,
  quorumDenominator: 3,
  quorumLeast: 3,
  majority: 'simple',
  votesByName: false,
  secondApprovalAbovePence: pence(1_000_00),
  deciderLimitPence: null,
  agreedOn: null,
});

/** How many members without an interest must be there to decide: the agreed part of all seats, rounded up, and never fewer than the least. */
export function quorumOf(terms: Pick<Terms, 'quorumNumerator' | 'quorumDenominator' | 'quorumLeast'>, members: number): number {
  return Math.max(terms.quorumLeast, Math.ceil((members * terms.quorumNumerator) / terms.quorumDenominator));
}
