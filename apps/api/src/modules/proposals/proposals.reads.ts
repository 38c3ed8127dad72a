import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listProposals, ProposalCard, ProposalStage, readProposal } from '@pursestrings/contracts/proposals';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { type ProposalState, privateStates, publicStatesOf, stageOf } from './proposal.rules.ts';

type ListAnswer = ResponseOf<typeof listProposals>;
type OneProposal = ResponseOf<typeof readProposal>['proposal'];

const cardsOnAPage = 20;

/** Published proposals: one statement a page, whatever their number. */
@Injectable()
export class ProposalsReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Newest first; by stage and by words of the title or the answers, where asked. */
  async list(
    actor: Actor,
    query: { readonly page: number; readonly stage?: ProposalStage | undefined; readonly words?: string | undefined },
  ): Promise<ListAnswer> {
    const rows = await this.transactions.read(actor, (tx) =>
      tx.query<Omit<ProposalCard, 'stage'> & { state: ProposalState; total: number }>(listSql, [
        actor.neighbourhoodId,
        query.stage ? publicStatesOf(query.stage) : null,
        privateStates,
        query.words ? `%${query.words.replace(/[\\%_]/g, '\\$&')}%` : null,
        cardsOnAPage,
        (query.page - 1) * cardsOnAPage,
      ]),
    );
    const total = rows[0]?.total ?? 0;
    return {
      proposals: rows.filter((row) => row.slug !== null).map(({ state, ...card }) => ({ ...card, stage: stageOf(state) })),
      total,
      page: query.page,
      pages: Math.max(1, Math.ceil(total / cardsOnAPage)),
    };
  }

  /** One published proposal with what was said of it; null when there is none. One that was taken back keeps its address and its title alone (P4). */
  async one(actor: Actor, slug: string): Promise<OneProposal | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<Omit<OneProposal, 'stage'> & { state: ProposalState }>(oneSql, [actor.neighbourhoodId, slug, privateStates, actor.personId]),
    );
    if (!row) return null;
    return { ...row, ...(privateStates.includes(row.state) ? nothingLeft : {}), stage: stageOf(row.state) };
  }
}

/** What stays readable of a proposal that its author took back after it was public: nothing but its title. */
const nothingLeft = {
  what: '',
  why: '',
  who: '',
  where: '',
  costPence: null,
  reason: null,
  nextStep: null,
  nextBy: null,
  proposedBy: null,
  comments: [],
};

const listSql = `
  WITH found AS (
    SELECT p.neighbourhood_id, p.id, p.slug, p.title, p.what, p.cost_pence, p.state, p.next_step, p.next_by, p.published_at
    FROM proposal p WHERE p.neighbourhood_id = $1 AND NOT p.state = ANY($3) AND ($2::text[] IS NULL OR p.state = ANY($2))
      AND ($4::text IS NULL OR p.title ILIKE $4 OR p.what ILIKE $4 OR p.why ILIKE $4)
  ), page AS (SELECT * FROM found ORDER BY published_at DESC NULLS LAST, id DESC LIMIT $5 OFFSET $6)
  SELECT page.slug, page.title, left(page.what, 280) AS what, page.cost_pence AS "costPence", page.state, page.next_step AS "nextStep",
    page.next_by AS "nextBy", totals.total,
    (SELECT count(*)::int FROM proposal_support s WHERE s.neighbourhood_id = $1 AND s.proposal_id = page.id) AS supports,
    (SELECT count(*)::int FROM proposal_comment c WHERE c.neighbourhood_id = $1 AND c.proposal_id = page.id AND NOT c.held AND NOT c.removed) AS comments
  FROM (SELECT count(*)::int AS total FROM found) totals LEFT JOIN page ON true
  ORDER BY page.published_at DESC NULLS LAST, page.id DESC`;

const oneSql = `
  SELECT p.id, p.slug, p.title, p.what, p.why, p.who, p.where_it_is AS "where", p.cost_pence AS "costPence", p.state, p.reason,
    p.next_step AS "nextStep", p.next_by AS "nextBy", split_part(a.name, ' ', 1) AS "proposedBy",
    (p.published_at AT TIME ZONE 'Europe/London')::date AS "publishedOn",
    (SELECT count(*)::int FROM proposal_support s WHERE s.neighbourhood_id = p.neighbourhood_id AND s.proposal_id = p.id) AS supports,
    EXISTS (SELECT FROM proposal_support s WHERE s.neighbourhood_id = p.neighbourhood_id AND s.proposal_id = p.id AND s.person_id = $4) AS supported,
    EXISTS (SELECT FROM follow f WHERE f.neighbourhood_id = p.neighbourhood_id AND f.subject_kind = 'proposal' AND f.subject_id = p.id
      AND f.person_id = $4) AS followed,
    coalesce((SELECT json_agg(json_build_object('id', c.id, 'by', CASE WHEN c.said_as = 'resident' THEN split_part(w.name, ' ', 1) ELSE w.name END,
        'saidAs', c.said_as, 'words', c.words, 'on', (c.created_at AT TIME ZONE 'Europe/London')::date) ORDER BY c.created_at, c.id)
      FROM proposal_comment c JOIN person w ON w.neighbourhood_id = c.neighbourhood_id AND w.id = c.person_id
      WHERE c.neighbourhood_id = p.neighbourhood_id AND c.proposal_id = p.id AND NOT c.held AND NOT c.removed), '[]') AS comments
  FROM proposal p JOIN person a ON a.neighbourhood_id = p.neighbourhood_id AND a.id = p.author_id
  WHERE p.neighbourhood_id = $1 AND p.slug = $2
    AND (NOT p.state = ANY($3) OR (p.state IN ('withdrawn', 'merged') AND p.published_at IS NOT NULL))`;
