import { Inject, Injectable } from '@nestjs/common';
import { ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readThisWeek } from '@pursestrings/contracts/this-week';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

type ThisWeek = ResponseOf<typeof readThisWeek>;
type Thing = ThisWeek['things'][number];

/** Each thing is under five minutes; more than three at once are not looked at. */
const most = 3;

/** What waits for somebody of the partnership, from what is there: nothing is stored, so nothing can be forgotten or be out of date. */
@Injectable()
export class ThisWeekReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The three most pressing things for `actor`, how many more there are, and the next meeting. */
  async read(actor: Actor): Promise<ThisWeek> {
    const now = this.clock.now();
    const isChair = actor.roles.has('chair');
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<{ things: Thing[]; nextMeeting: ThisWeek['nextMeeting'] }>(thisWeekSql, [
        actor.neighbourhoodId,
        isChair,
        isChair || actor.roles.has('worker'),
        now.toString(),
        ukDay(now).toString(),
        actor.personId,
      ]),
    );
    if (!row) throw new Error('A statement of aggregates always answers one row.');
    return { things: row.things.slice(0, most), more: Math.max(0, row.things.length - most), nextMeeting: row.nextMeeting };
  }
}

/** In the order in which they press: rank, then the day by which. */
const thisWeekSql = `WITH things AS (
  SELECT 1 AS rank, CASE WHEN $2 THEN 'publish_decision' ELSE 'draft_decision' END AS kind, d.title, 1 AS count, (d.decided_on + 7) AS by, 'decisions/prepare/' || d.id AS path
    FROM decision d WHERE d.neighbourhood_id = $1 AND d.state = 'recorded' AND ($2 OR d.reasons = '')
  UNION ALL
  SELECT 2, 'approve_payment', '', count(*)::int, NULL, 'books' FROM payment p
    WHERE $2 AND p.neighbourhood_id = $1 AND p.state IN ('requested', 'checked') AND p.requested_by <> $6
      AND NOT EXISTS (SELECT FROM payment_approval a WHERE a.neighbourhood_id = $1 AND a.payment_id = p.id AND a.person_id = $6) HAVING count(*) > 0
  UNION ALL
  SELECT 3, 'look_at_proposals', min(p.title), count(*)::int, NULL, 'to-look-at' FROM proposal p
    WHERE p.neighbourhood_id = $1 AND p.state = 'submitted' AND p.author_id <> $6 HAVING count(*) > 0
  UNION ALL
  SELECT 4, 'publish_papers', g.title, (SELECT count(*)::int FROM motion m WHERE m.neighbourhood_id = $1 AND m.meeting_id = g.id AND m.agreed_by IS NOT NULL),
      (g.starts_at AT TIME ZONE 'Europe/London')::date - 3, 'meetings/' || g.slug || '/run'
    FROM meeting g WHERE $3 AND g.neighbourhood_id = $1 AND g.state = 'planned' AND g.starts_at BETWEEN $4 AND $4::timestamptz + interval '14 days'
  UNION ALL
  SELECT 5, 'agree_item', m.title, 1, (g.starts_at AT TIME ZONE 'Europe/London')::date, 'meetings/' || g.slug || '/run'
    FROM motion m JOIN meeting g ON g.neighbourhood_id = $1 AND g.id = m.meeting_id
    WHERE $2 AND m.neighbourhood_id = $1 AND m.agreed_by IS NULL AND g.state IN ('planned', 'papers_published', 'open')
  UNION ALL
  SELECT 6, 'publish_minutes', g.title, 1, (g.starts_at AT TIME ZONE 'Europe/London')::date + 14, 'meetings/' || g.slug || '/run'
    FROM meeting g WHERE $2 AND g.neighbourhood_id = $1 AND g.state = 'draft_minutes'
  UNION ALL
  SELECT 7, 'council_late', min(q.words), count(*)::int, min(q.due_on), 'council' FROM council_question q
    WHERE q.neighbourhood_id = $1 AND q.answered_at IS NULL AND q.due_on < $5::date HAVING count(*) > 0
  UNION ALL
  SELECT 8, 'read_papers', g.title, (SELECT count(*)::int FROM motion m WHERE m.neighbourhood_id = $1 AND m.meeting_id = g.id AND m.agreed_by IS NOT NULL),
      (g.starts_at AT TIME ZONE 'Europe/London')::date, 'meetings/' || g.slug
    FROM meeting g WHERE g.neighbourhood_id = $1 AND g.state = 'papers_published' AND g.starts_at BETWEEN $4 AND $4::timestamptz + interval '14 days'
)
SELECT
  (SELECT coalesce(json_agg(json_build_object('kind', t.kind, 'title', t.title, 'count', t.count, 'by', t.by, 'late', coalesce(t.by < $5::date, false), 'path', t.path) ORDER BY t.rank, t.by, t.title), '[]') FROM things t) AS things,
  (SELECT json_build_object('slug', g.slug, 'title', g.title, 'startsAt', g.starts_at, 'placeWords', g.place_words, 'state', g.state,
      'items', (SELECT count(*)::int FROM motion m WHERE m.neighbourhood_id = $1 AND m.meeting_id = g.id AND m.agreed_by IS NOT NULL))
    FROM meeting g WHERE g.neighbourhood_id = $1 AND g.starts_at > $4::timestamptz - interval '6 hours' ORDER BY g.starts_at LIMIT 1) AS "nextMeeting"`;
