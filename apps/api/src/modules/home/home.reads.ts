import { Inject, Injectable } from '@nestjs/common';
import { pence } from '@pursestrings/basics/money';
import { ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readHome } from '@pursestrings/contracts/home';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { PurseReads } from '../ledger/index.ts';

type Home = ResponseOf<typeof readHome>;
type Parts = Omit<Home, 'purse' | 'ideas'> & { awardsEndOn: string | null; readBy: string | null };

/** Within how many days an idea is answered. */
const ideaAnsweredWithinDays = 10;

/** The front page of a neighbourhood, from what every context has published. */
@Injectable()
export class HomeReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(PurseReads) private readonly purses: PurseReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async home(actor: Actor): Promise<Home> {
    const today = ukDay(this.clock.now());
    return await this.transactions.read(actor, async (tx) => {
      const parts = await tx.one<Parts>(homeSql, [actor.neighbourhoodId, today.toString(), this.clock.now().toString()]);
      if (!parts) throw new Error('The statement always answers one row.');
      const purse = await this.purses.purse(actor);
      const { awardsEndOn, readBy, ...shown } = parts;
      const totalPence = pence(purse.awardedPence - purse.returnedPence);
      return {
        ...shown,
        purse: purse.awardedPence === 0 ? null : { ...purse, totalPence, endsOn: awardsEndOn },
        ideas: { readBy, answeredBy: readBy === null ? null : today.add({ days: ideaAnsweredWithinDays }).toString() },
      };
    });
  }
}

const homeSql = `
  SELECT
    (SELECT to_jsonb(s) FROM (
      SELECT r.slug, r.title, CASE WHEN r.state IN ('closed', 'counting', 'provisional', 'verified') THEN 'counting'
          WHEN r.state = 'open' OR r.opens_at <= $3 THEN CASE WHEN r.closes_at > $3 THEN 'open' ELSE 'counting' END ELSE 'announced' END AS state,
        (SELECT count(*)::int FROM round_project rp WHERE rp.neighbourhood_id = r.neighbourhood_id AND rp.round_id = r.id) AS proposals,
        r.pot_pence AS "potPence", to_char(r.opens_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "opensAt",
        to_char(r.closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closesAt", 11 AS "votingAge", n.contact_where AS "paperWhere"
      FROM round r WHERE r.neighbourhood_id = n.id AND r.state IN ('announced', 'open', 'closed', 'counting', 'provisional', 'verified')
      ORDER BY (r.state IN ('announced', 'open') AND r.opens_at <= $3 AND r.closes_at > $3) DESC, r.state = 'announced' DESC, r.closes_at DESC LIMIT 1) s) AS round,
    (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM (
      SELECT d.slug, d.title, CASE d.outcome WHEN 'carried' THEN 'agreed' WHEN 'lost' THEN 'not_agreed' ELSE 'put_off' END AS outcome,
        d.amount_pence AS pence, coalesce(nullif(d.plain_summary, ''), d.reasons) AS reason
      FROM decision d WHERE d.neighbourhood_id = n.id AND d.state = 'published' ORDER BY d.decided_on DESC, d.published_at DESC, d.id DESC LIMIT 3) s) AS decisions,
    (SELECT count(*)::int FROM decision d WHERE d.neighbourhood_id = n.id AND d.state = 'published') AS "decisionCount",
    (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM (
      SELECT j.slug, j.title, CASE WHEN j.state = 'finishing' OR j.next_step IS NULL THEN 'open' WHEN j.next_by < $2::date THEN 'late' ELSE 'on_its_way' END AS standing,
        coalesce(j.next_step, j.summary) AS news
      FROM project j WHERE j.neighbourhood_id = n.id AND j.state IN ('agreed', 'agreement_pending', 'active', 'paused', 'finishing')
      ORDER BY j.next_by IS NULL, j.next_by, j.id DESC LIMIT 3) s) AS projects,
    (SELECT to_jsonb(s) FROM (
      SELECT to_char(m.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startsAt", m.place_words AS "where",
        (SELECT count(*)::int FROM motion o WHERE o.neighbourhood_id = m.neighbourhood_id AND o.meeting_id = m.id) AS items,
        m.state <> 'planned' AS "papersPublished"
      FROM meeting m WHERE m.neighbourhood_id = n.id AND m.starts_at > $3 AND m.state IN ('planned', 'papers_published') ORDER BY m.starts_at LIMIT 1) s) AS meeting,
    (SELECT max(g.ends_on) FROM award w JOIN programme g ON g.id = w.programme_id WHERE w.neighbourhood_id = n.id) AS "awardsEndOn",
    (SELECT split_part(p.name, ' ', 1) FROM role c JOIN person p ON p.neighbourhood_id = c.neighbourhood_id AND p.id = c.person_id
      WHERE c.neighbourhood_id = n.id AND c.kind = 'chair' AND c.starts_on <= $2::date AND (c.ends_on IS NULL OR c.ends_on > $2::date) LIMIT 1) AS "readBy"
  FROM neighbourhood n WHERE n.id = $1`;
