import type { Pence } from '@pursestrings/basics/money';
import type { Tx } from '../../platform/database/transactions.ts';
import type { RecordedEvent } from '../../platform/events/handlers.ts';
import { audiences } from './audience.ts';
import type { NoticeFacts } from './notice-words.ts';
import { placeOfProposal } from './proposal-address.ts';

interface FactsRow {
  readonly place: string;
  readonly placeSlug: string;
  readonly title: string;
  readonly path: string;
  readonly reason: string | null;
  readonly amountPence: Pence | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly dueOn: string | null;
  readonly outcome: string | null;
  readonly summary: string | null;
  /** What else was followed on the way here, as 'kind:id': a decision's proposal and round, a project's proposal. */
  readonly cameFrom: readonly string[];
}

/** One statement for each kind of subject, by the first word of the event's type. Each gives the same columns. */
const factsSql: Readonly<Record<string, string>> = {
  proposal: `SELECT p.title, ${placeOfProposal} AS path, p.reason, p.cost_pence AS "amountPence", NULL AS "opensAt", NULL AS "closesAt",
      NULL AS "dueOn", NULL AS outcome, NULL AS summary, '{}'::text[] AS "cameFrom"
    FROM proposal p WHERE p.neighbourhood_id = $1 AND p.id = $2`,
  round: `SELECT r.title, 'votes/' || r.slug AS path, r.cancelled_reason AS reason, r.pot_pence AS "amountPence", r.opens_at AS "opensAt",
      r.closes_at AS "closesAt", NULL AS "dueOn", NULL AS outcome, NULL AS summary,
      ARRAY(SELECT 'proposal:' || rp.proposal_id FROM round_project rp WHERE rp.neighbourhood_id = r.neighbourhood_id AND rp.round_id = r.id
        AND rp.proposal_id IS NOT NULL) AS "cameFrom"
    FROM round r WHERE r.neighbourhood_id = $1 AND r.id = $2`,
  meeting: `SELECT m.title, 'meetings/' || m.slug AS path, NULL AS reason, NULL::bigint AS "amountPence", NULL AS "opensAt", NULL AS "closesAt",
      NULL AS "dueOn", NULL AS outcome, NULL AS summary, '{}'::text[] AS "cameFrom"
    FROM meeting m WHERE m.neighbourhood_id = $1 AND m.id = $2`,
  decision: `SELECT d.title, 'decisions/' || d.slug AS path, d.reasons AS reason, d.amount_pence AS "amountPence", NULL AS "opensAt",
      NULL AS "closesAt", NULL AS "dueOn", d.outcome, d.plain_summary AS summary,
      array_remove(ARRAY['proposal:' || d.proposal_id, 'round:' || d.round_id], NULL) AS "cameFrom"
    FROM decision d WHERE d.neighbourhood_id = $1 AND d.id = $2`,
  council: `SELECT q.words AS title, coalesce('decisions/' || d.slug, 'proposals/' || p.slug, 'decisions') AS path, NULL AS reason,
      NULL::bigint AS "amountPence", NULL AS "opensAt", NULL AS "closesAt", q.due_on AS "dueOn", NULL AS outcome, NULL AS summary,
      array_remove(ARRAY['decision:' || q.decision_id, 'proposal:' || q.proposal_id], NULL) AS "cameFrom"
    FROM council_question q LEFT JOIN decision d ON d.neighbourhood_id = q.neighbourhood_id AND d.id = q.decision_id
      LEFT JOIN proposal p ON p.neighbourhood_id = q.neighbourhood_id AND p.id = q.proposal_id
    WHERE q.neighbourhood_id = $1 AND q.id = $2`,
  project: `SELECT j.title, 'projects/' || j.slug AS path, NULL AS reason,
      (SELECT sum(c.amount_pence)::bigint FROM commitment c WHERE c.neighbourhood_id = j.neighbourhood_id AND c.project_id = j.id) AS "amountPence",
      NULL AS "opensAt", NULL AS "closesAt", NULL AS "dueOn", NULL AS outcome, NULL AS summary,
      array_remove(ARRAY['proposal:' || j.proposal_id], NULL) AS "cameFrom"
    FROM project j WHERE j.neighbourhood_id = $1 AND j.id = $2`,
  payment: `SELECT j.title, 'projects/' || j.slug AS path, NULL AS reason, y.amount_pence AS "amountPence", NULL AS "opensAt", NULL AS "closesAt",
      NULL AS "dueOn", NULL AS outcome, NULL AS summary, array_remove(ARRAY['project:' || j.id, 'proposal:' || j.proposal_id], NULL) AS "cameFrom"
    FROM payment y JOIN commitment c ON c.neighbourhood_id = y.neighbourhood_id AND c.id = y.commitment_id
      JOIN project j ON j.neighbourhood_id = c.neighbourhood_id AND j.id = c.project_id
    WHERE y.neighbourhood_id = $1 AND y.id = $2`,
};

export interface Told {
  readonly facts: Omit<NoticeFacts, 'address'> & { readonly placeSlug: string; readonly path: string };
  readonly personIds: readonly string[];
}

/** What there is to say of an event, and to whom; null where nobody is told of it or its subject is gone. */
export async function whomToTell(tx: Tx, event: RecordedEvent): Promise<Told | null> {
  const audience = audiences[event.type];
  const sql = factsSql[event.type.split('.')[0] ?? ''];
  if (!audience || !sql) return null;
  const facts = await tx.one<FactsRow>(
    `SELECT n.name AS place, n.slug AS "placeSlug", f.* FROM neighbourhood n, (${sql}) f WHERE n.id = $1`,
    [event.neighbourhoodId, event.subjectId],
  );
  if (!facts) return null;
  const followed = [...(audience.followedAs === null ? [] : [`${audience.followedAs}:${event.subjectId}`, ...facts.cameFrom])];
  const named = audience.onlyWhoIsNamed ? (event.details.personId ?? null) : null;
  const but = audience.onlyWhoIsNamed ? null : event.actorPersonId;
  const people = await tx.query<{ id: string }>(peopleSql, [event.neighbourhoodId, followed, audience.roles, but, named]);
  return { facts, personIds: people.map((person) => person.id) };
}

/** Followers and holders of the roles today, but for whoever did it; only those with an address who did not stop letters. */
const peopleSql = `
  SELECT p.id FROM person p JOIN account a ON a.id = p.account_id
  WHERE p.neighbourhood_id = $1 AND p.erased_at IS NULL AND a.email IS NOT NULL AND p.id IS DISTINCT FROM $4::uuid
    AND (p.id = $5::uuid OR EXISTS (SELECT FROM follow f WHERE f.neighbourhood_id = $1 AND f.person_id = p.id AND f.subject_kind || ':' || f.subject_id = ANY($2))
      OR EXISTS (SELECT FROM role r WHERE r.neighbourhood_id = $1 AND r.person_id = p.id AND r.kind = ANY($3) AND r.starts_on <= current_date
        AND (r.ends_on IS NULL OR r.ends_on > current_date)))
    AND NOT EXISTS (SELECT FROM letter_choice c WHERE c.neighbourhood_id = $1 AND c.person_id = p.id AND c.letters = 'none')
  ORDER BY p.id`;
