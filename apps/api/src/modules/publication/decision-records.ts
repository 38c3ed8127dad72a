import type { DecisionRecord } from '@pursestrings/open-data/records';
import type { Tx } from '../../platform/database/transactions.ts';

/** Every published decision, superseded ones too, oldest first. `home` is the address of the place's pages. */
export async function decisionRecords(tx: Tx, home: string): Promise<DecisionRecord[]> {
  return await tx.query<DecisionRecord>(
    `SELECT d.id, d.title, d.decided_on AS "decidedOn", d.outcome, d.votes_for AS "votesFor", d.votes_against AS "votesAgainst", d.abstained,
       greatest(d.present - d.can_decide, 0) AS "awayWithInterest", d.amount_pence AS "sumPence",
       (SELECT CASE WHEN count(DISTINCT c.project_id) = 1 THEN (array_agg(c.project_id))[1] END FROM commitment c
        WHERE c.neighbourhood_id = $1 AND c.decision_id = d.id) AS "projectId",
       d.round_id AS "roundId", d.plain_summary AS summary, d.reasons, d.departs_reason AS "departsBecause", $2 || '/decisions/' || d.slug AS url
     FROM decision d WHERE d.neighbourhood_id = $1 AND d.state IN ('published', 'superseded') ORDER BY d.decided_on, d.id`,
    [tx.actor.neighbourhoodId, home],
  );
}
