import type { Terms } from '@pursestrings/contracts/partnership';
import type { Tx } from '../../platform/database/transactions.ts';
import { defaultTerms } from './terms.rules.ts';

/** The columns of a version of our rules, named as pages name them. */
const termsColumns = `version, quorum_numerator AS "quorumNumerator", quorum_denominator AS "quorumDenominator", quorum_least AS "quorumLeast",
  majority, votes_by_name AS "votesByName", second_approval_above_pence AS "secondApprovalAbovePence", decider_limit_pence AS "deciderLimitPence", agreed_on AS "agreedOn"`;

/** Our rules as they stand: the newest version agreed, or the program's defaults. */
export async function termsNow(tx: Tx): Promise<Terms> {
  const agreed = await tx.one<Terms>(
    `SELECT ${termsColumns} FROM terms_of_reference WHERE neighbourhood_id = $1 ORDER BY version DESC LIMIT 1`,
    [tx.actor.neighbourhoodId],
  );
  return agreed ?? defaultTerms;
}

/** Our rules as they stood on a day, for what was decided then. */
export async function termsOn(tx: Tx, day: string): Promise<Terms> {
  const agreed = await tx.one<Terms>(
    `SELECT ${termsColumns} FROM terms_of_reference WHERE neighbourhood_id = $1 AND agreed_on <= $2 ORDER BY version DESC LIMIT 1`,
    [tx.actor.neighbourhoodId, day],
  );
  return agreed ?? defaultTerms;
}
