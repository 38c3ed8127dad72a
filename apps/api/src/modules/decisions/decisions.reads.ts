import { Inject, Injectable } from '@nestjs/common';
import type { listDecisions, readDecision, readDecisionDraft } from '@pursestrings/contracts/decisions';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { promisesMoney } from './decision-money.ts';
import { publishBy } from './publication-clock.rules.ts';

type Page = ResponseOf<typeof listDecisions>;
type One = ResponseOf<typeof readDecision>;
type Draft = ResponseOf<typeof readDecisionDraft>;
type DraftRow = Pick<Draft, 'interests' | 'fromAccountId'> & {
  readonly decision: Draft['decision'] & { readonly recipientId: string | null };
};

const pageSize = 20;

/** What pages show of decisions: one statement each. */
@Injectable()
export class DecisionsReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Published decisions of one page, the newest first. */
  async page(actor: Actor, page: number): Promise<Page> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<Pick<Page, 'decisions' | 'total'>>(listSql, [actor.neighbourhoodId, pageSize, (page - 1) * pageSize]),
    );
    if (!row) throw new Error('A statement of aggregates always answers one row.');
    return { ...row, page, pages: Math.max(1, Math.ceil(row.total / pageSize)) };
  }

  /** One published version of a decision, or null. */
  async one(actor: Actor, slug: string): Promise<One | null> {
    return await this.transactions.read(actor, (tx) => tx.one<One>(oneSql, [actor.neighbourhoodId, slug]));
  }

  /** A decision as the partnership prepares it, or null. */
  async draft(actor: Actor, decisionId: string): Promise<Draft | null> {
    const row = await this.transactions.read(actor, (tx) => tx.one<DraftRow>(draftSql, [actor.neighbourhoodId, decisionId]));
    if (!row) return null;
    return { ...row, publishBy: publishBy(row.decision.decidedOn), promises: promisesMoney(row.decision) };
  }
}

const counts = `'members', d.members, 'residentMembers', d.resident_members, 'present', d.present, 'canDecide', d.can_decide, 'needed', d.needed,
  'votesFor', d.votes_for, 'votesAgainst', d.votes_against, 'abstained', d.abstained, 'residentVotes', d.resident_votes`;

const summary = `'slug', d.slug, 'title', d.title, 'kind', d.kind, 'outcome', d.outcome, 'amountPence', d.amount_pence, 'decidedOn', d.decided_on,
  'plainSummary', d.plain_summary, 'departs', d.departs`;

const interests = `(SELECT coalesce(json_agg(json_build_object('name', p.name, 'kind', i.kind, 'about', i.about, 'managed', i.managed) ORDER BY p.name, i.id), '[]')
    FROM interest_declaration i JOIN person p ON p.neighbourhood_id = i.neighbourhood_id AND p.id = i.person_id
    WHERE i.neighbourhood_id = d.neighbourhood_id AND i.motion_id = d.motion_id) AS interests`;

const listSql = `SELECT
  (SELECT count(*)::int FROM decision WHERE neighbourhood_id = $1 AND state = 'published') AS total,
  (SELECT coalesce(json_agg(json_build_object(${summary}) ORDER BY d.decided_on DESC, d.id DESC), '[]')
    FROM (SELECT * FROM decision WHERE neighbourhood_id = $1 AND state = 'published' ORDER BY decided_on DESC, id DESC LIMIT $2 OFFSET $3) d) AS decisions`;

const oneSql = `SELECT
  json_build_object(${summary}, 'id', d.id, 'reasons', d.reasons, 'departsReason', d.departs_reason, 'wordsReason', d.words_reason, 'quorate', d.quorate,
    'residentsEnough', d.residents_enough, 'way', d.way, 'wayNote', d.way_note, 'fundHolderConfirmed', d.confirmed_by IS NOT NULL, ${counts},
    'publishedAt', d.published_at, 'correctionNote', d.correction_note) AS decision,
  json_build_object('slug', g.slug, 'title', g.title, 'startsAt', g.starts_at, 'published', g.state = 'published') AS meeting,
  m.words AS "motionWords",
  (SELECT CASE WHEN r.kind = 'organisation' THEN r.name WHEN r.kind = 'individual' THEN 'an individual' WHEN r.kind = 'wages' THEN 'wages' ELSE 'households' END
    FROM recipient r WHERE r.neighbourhood_id = $1 AND r.id = d.recipient_id) AS recipient,
  (SELECT json_build_object('slug', p.slug, 'title', p.title) FROM proposal p WHERE p.neighbourhood_id = $1 AND p.id = d.proposal_id AND p.published_at IS NOT NULL) AS proposal,
  (SELECT json_build_object('slug', r.slug, 'title', r.title, 'chosen', rp.outcome = 'chosen') FROM round r
    JOIN round_project rp ON rp.neighbourhood_id = $1 AND rp.round_id = r.id AND rp.proposal_id = d.proposal_id AND rp.outcome IS NOT NULL
    WHERE r.neighbourhood_id = $1 AND r.id = d.round_id AND r.state IN ('published', 'recounted')) AS round,
  ${interests},
  (SELECT json_agg(json_build_object('slug', v.slug, 'publishedAt', v.published_at, 'correctionNote', v.correction_note) ORDER BY v.published_at, v.id)
    FROM decision v WHERE v.neighbourhood_id = $1 AND v.motion_id = d.motion_id AND v.state <> 'recorded') AS versions,
  (SELECT json_build_object('slug', j.slug, 'title', j.title, 'state', j.state, 'promisedPence', c.amount_pence,
      'paidPence', (SELECT coalesce(sum(y.amount_pence), 0)::bigint FROM payment y WHERE y.neighbourhood_id = $1 AND y.commitment_id = c.id AND y.state = 'matched'),
      'payments', (SELECT count(*)::int FROM payment y WHERE y.neighbourhood_id = $1 AND y.commitment_id = c.id AND y.state = 'matched'))
    FROM commitment c JOIN project j ON j.neighbourhood_id = $1 AND j.id = c.project_id
    WHERE c.neighbourhood_id = $1 AND c.decision_id IN (SELECT v.id FROM decision v WHERE v.neighbourhood_id = $1 AND v.motion_id = d.motion_id)
    ORDER BY c.made_at LIMIT 1) AS project,
  (SELECT coalesce(json_agg(json_build_object('id', q.id, 'words', q.words, 'askedOn', q.asked_on, 'dueOn', q.due_on, 'answeredAt', q.answered_at, 'answer', q.answer)
      ORDER BY q.asked_on, q.id), '[]')
    FROM council_question q WHERE q.neighbourhood_id = $1 AND q.decision_id IN (SELECT v.id FROM decision v WHERE v.neighbourhood_id = $1 AND v.motion_id = d.motion_id)) AS council
FROM decision d
JOIN motion m ON m.neighbourhood_id = d.neighbourhood_id AND m.id = d.motion_id
JOIN meeting g ON g.neighbourhood_id = d.neighbourhood_id AND g.id = d.meeting_id
WHERE d.neighbourhood_id = $1 AND d.slug = $2 AND d.state <> 'recorded'`;

const draftSql = `SELECT
  json_build_object(${summary}, 'id', d.id, 'reasons', d.reasons, 'departsReason', d.departs_reason, 'way', d.way, 'wayNote', d.way_note,
    'awaitsFundHolder', coalesce(d.way = 'fund_holder_confirms' AND d.confirmed_by IS NULL, false), ${counts}, 'state', d.state,
    'recipientId', d.recipient_id) AS decision,
  ${interests}, m.from_account_id AS "fromAccountId"
FROM decision d JOIN motion m ON m.neighbourhood_id = d.neighbourhood_id AND m.id = d.motion_id
WHERE d.neighbourhood_id = $1 AND d.id = $2`;
