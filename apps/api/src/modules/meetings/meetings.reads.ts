import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listMeetings, readMeeting } from '@pursestrings/contracts/meetings';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

type All = ResponseOf<typeof listMeetings>['meetings'];
type One = ResponseOf<typeof readMeeting>;

/** Whether `actor` prepares meetings, and so sees them before their papers are published. */
export function prepares(actor: Pick<Actor, 'roles'>): boolean {
  return (['member', 'chair', 'worker', 'treasurer'] as const).some((role) => actor.roles.has(role));
}

/** What pages show of meetings: one statement each. */
@Injectable()
export class MeetingsReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Meetings, the latest first, at most 100; those being planned only for whoever prepares them. */
  async all(actor: Actor): Promise<All> {
    return await this.transactions.read(actor, (tx) =>
      tx.query<All[number]>(
        `SELECT g.slug, g.title, g.starts_at AS "startsAt", g.place_words AS "placeWords", g.state,
           (SELECT count(*)::int FROM motion m WHERE m.neighbourhood_id = g.neighbourhood_id AND m.meeting_id = g.id AND m.agreed_by IS NOT NULL) AS items
         FROM meeting g WHERE g.neighbourhood_id = $1 AND (g.state <> 'planned' OR $2) ORDER BY g.starts_at DESC, g.id DESC LIMIT 100`,
        [actor.neighbourhoodId, prepares(actor)],
      ),
    );
  }

  /** A meeting's papers with what came of each item, and its notes once published. */
  async one(actor: Actor, slug: string): Promise<One | null> {
    return await this.transactions.read(actor, (tx) => tx.one<One>(oneSql, [actor.neighbourhoodId, slug, prepares(actor)]));
  }
}

/** An item `m` as papers show it, without its braces. */
export const itemJson = `'id', m.id, 'position', m.position, 'title', m.title, 'words', m.words, 'kind', m.kind, 'amountPence', m.amount_pence,
  'proposal', (SELECT json_build_object('slug', p.slug, 'title', p.title) FROM proposal p
    WHERE p.neighbourhood_id = m.neighbourhood_id AND p.id = m.proposal_id AND p.published_at IS NOT NULL),
  'decision', (SELECT json_build_object('slug', d.slug, 'outcome', d.outcome) FROM decision d
    WHERE d.neighbourhood_id = m.neighbourhood_id AND d.motion_id = m.id AND d.state = 'published')`;

const oneSql = `SELECT
  json_build_object('slug', g.slug, 'title', g.title, 'startsAt', g.starts_at, 'placeWords', g.place_words, 'state', g.state,
    'notes', CASE WHEN g.state = 'published' THEN g.notes END, 'minutesPublishedAt', g.minutes_published_at,
    'membersPresent', (SELECT nullif(count(*), 0)::int FROM attendance a WHERE a.neighbourhood_id = $1 AND a.meeting_id = g.id AND a.came_as = 'member')) AS meeting,
  (SELECT coalesce(json_agg(json_build_object(${itemJson}) ORDER BY m.position), '[]') FROM motion m
    WHERE m.neighbourhood_id = $1 AND m.meeting_id = g.id AND m.agreed_by IS NOT NULL) AS items
FROM meeting g WHERE g.neighbourhood_id = $1 AND g.slug = $2 AND (g.state <> 'planned' OR $3)`;
