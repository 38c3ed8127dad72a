import { Inject, Injectable } from '@nestjs/common';
import { ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readMeetingDesk } from '@pursestrings/contracts/meetings';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { decidingDay, itemInterestsSql, standingOf } from '../decisions/index.ts';
import { quorumOf, termsOn } from '../partnership/index.ts';
import { itemJson } from './meetings.reads.ts';

type Desk = ResponseOf<typeof readMeetingDesk>;
type Row = Omit<Desk, 'items'> & { readonly items: Omit<Desk['items'][number], 'standing'>[] };

/** All that is needed to run a meeting: who is here, which interests bear on each item, and how each item stands. */
@Injectable()
export class MeetingDeskReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when there is no such meeting. A number of statements that does not grow with items or members. */
  async desk(actor: Actor, slug: string): Promise<Desk | null> {
    return await this.transactions.read(actor, async (tx) => {
      const when = await tx.one<{ day: string }>(
        `SELECT (starts_at AT TIME ZONE 'Europe/London')::date AS day FROM meeting WHERE neighbourhood_id = $1 AND slug = $2`,
        [actor.neighbourhoodId, slug],
      );
      if (!when) return null;
      const day = decidingDay(when.day, ukDay(this.clock.now()).toString());
      const row = await tx.one<Row>(deskSql, [actor.neighbourhoodId, day, slug]);
      if (!row) return null;
      const terms = await termsOn(tx, day);
      return {
        ...row,
        items: row.items.map((item) => ({ ...item, standing: standingFor(row, item, quorumOf(terms, row.members.length)) })),
      };
    });
  }
}

function standingFor(row: Row, item: Pick<Row['items'][number], 'interests'>, needed: number) {
  const kept = new Set(item.interests.filter((interest) => interest.managed !== 'no_conflict').map((interest) => interest.personId));
  const members = row.members.filter((one) => one.isPresent).map((one) => ({ ...one, cameAs: 'member' as const }));
  const called = row.agreedResidents
    .filter((one) => one.isPresent)
    .map((one) => ({ ...one, cameAs: 'agreed_resident' as const, isResident: true }));
  return standingOf({
    members: row.members.length,
    residentMembers: row.members.filter((one) => one.isResident).length,
    needed,
    here: [...members, ...called].map((one) => ({ isResident: one.isResident, cameAs: one.cameAs, hasInterest: kept.has(one.personId) })),
  });
}

const isHere = (person: string, cameAs: string) => `EXISTS (SELECT FROM attendance a WHERE a.neighbourhood_id = $1 AND a.meeting_id = g.id
      AND a.person_id = ${person} AND a.came_as = '${cameAs}')`;

const deskSql = `WITH items AS (SELECT m.* FROM motion m JOIN meeting g ON g.neighbourhood_id = $1 AND g.id = m.meeting_id WHERE m.neighbourhood_id = $1 AND g.slug = $3),
  bearing AS (${itemInterestsSql('items')})
SELECT
  json_build_object('slug', g.slug, 'title', g.title, 'startsAt', g.starts_at, 'placeWords', g.place_words, 'state', g.state, 'notes', g.notes) AS meeting,
  (SELECT coalesce(json_agg(json_build_object('personId', s.person_id, 'name', p.name, 'isResident', s.is_resident,
      'isPresent', ${isHere('s.person_id', 'member')}) ORDER BY p.name, p.id), '[]')
    FROM (SELECT DISTINCT ON (person_id) person_id, is_resident FROM partnership_member WHERE neighbourhood_id = $1 AND starts_on <= $2::date
      AND (ends_on IS NULL OR ends_on > $2::date) ORDER BY person_id, starts_on DESC) s
    JOIN person p ON p.neighbourhood_id = $1 AND p.id = s.person_id) AS members,
  (SELECT coalesce(json_agg(json_build_object('personId', r.person_id, 'name', p.name, 'isPresent', ${isHere('r.person_id', 'agreed_resident')}) ORDER BY p.name, p.id), '[]')
    FROM agreed_resident r JOIN person p ON p.neighbourhood_id = $1 AND p.id = r.person_id
    WHERE r.neighbourhood_id = $1 AND r.agreed_on <= $2::date AND (r.ends_on IS NULL OR r.ends_on > $2::date)) AS "agreedResidents",
  (SELECT coalesce(json_agg(json_build_object(${itemJson}, 'agreed', m.agreed_by IS NOT NULL, 'recipientId', m.recipient_id,
      'putBy', (SELECT p.name FROM person p WHERE p.neighbourhood_id = $1 AND p.id = m.put_by),
      'interests', (SELECT coalesce(json_agg(json_build_object('personId', b.person_id, 'name', p.name, 'kind', b.kind, 'about', b.about, 'managed', b.managed,
          'fromRegister', b.from_register, 'isPresent', EXISTS (SELECT FROM attendance a WHERE a.neighbourhood_id = $1 AND a.meeting_id = g.id AND a.person_id = b.person_id))
          ORDER BY p.name, p.id), '[]')
        FROM bearing b JOIN person p ON p.neighbourhood_id = $1 AND p.id = b.person_id WHERE b.motion_id = m.id),
      'recorded', (SELECT json_build_object('id', d.id, 'slug', d.slug, 'outcome', d.outcome, 'state', d.state,
          'awaitsFundHolder', coalesce(d.way = 'fund_holder_confirms' AND d.confirmed_by IS NULL, false))
        FROM decision d WHERE d.neighbourhood_id = $1 AND d.motion_id = m.id AND d.state <> 'superseded')) ORDER BY m.position), '[]')
    FROM items m) AS items
FROM meeting g WHERE g.neighbourhood_id = $1 AND g.slug = $3`;
