import { Inject, Injectable } from '@nestjs/common';
import { ukDay } from '@pursestrings/basics/time';
import type { QueryOf, ResponseOf } from '@pursestrings/contracts/endpoint';
import type { findPeople, readPartnership, Terms } from '@pursestrings/contracts/partnership';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { defaultTerms, quorumOf } from './terms.rules.ts';

type Partnership = ResponseOf<typeof readPartnership>;
type Row = Pick<Partnership, 'members' | 'interests' | 'agreedResidents'> & { readonly terms: Terms[] };

/** What pages show of a partnership: one statement each. */
@Injectable()
export class PartnershipReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The seats of today (chair first, then by name), our rules with the earlier ones, and the register of interests. */
  async whole(actor: Actor): Promise<Partnership> {
    const today = ukDay(this.clock.now()).toString();
    const row = await this.transactions.read(actor, (tx) => tx.one<Row>(wholeSql, [actor.neighbourhoodId, today, actor.personId]));
    if (!row) throw new Error('A statement of aggregates always answers one row.');
    const [now, ...earlierTerms] = row.terms;
    const terms = now ?? defaultTerms;
    return {
      members: row.members,
      residentMembers: row.members.filter((member) => member.isResident).length,
      needed: quorumOf(terms, row.members.length),
      terms,
      earlierTerms,
      interests: row.interests,
      agreedResidents: row.agreedResidents,
    };
  }

  /** People by a part of their name, for the chair who gives somebody a seat. */
  async people(actor: Actor, { name = '' }: QueryOf<typeof findPeople>): Promise<ResponseOf<typeof findPeople>> {
    if (name.trim().length < 2) return { people: [] };
    const people = await this.transactions.read(actor, (tx) =>
      tx.query<{ id: string; name: string; isResident: boolean }>(
        `SELECT p.id, p.name, EXISTS (SELECT FROM residency_check c WHERE c.neighbourhood_id = p.neighbourhood_id AND c.person_id = p.id) AS "isResident"
         FROM person p WHERE p.neighbourhood_id = $1 AND p.erased_at IS NULL AND strpos(lower(p.name), lower($2)) > 0 ORDER BY p.name, p.id LIMIT 20`,
        [actor.neighbourhoodId, name.trim()],
      ),
    );
    return { people };
  }
}

const termsJson = `json_build_object('version', t.version, 'quorumNumerator', t.quorum_numerator, 'quorumDenominator', t.quorum_denominator,
  'quorumLeast', t.quorum_least, 'majority', t.majority, 'votesByName', t.votes_by_name, 'secondApprovalAbovePence', t.second_approval_above_pence,
  'deciderLimitPence', t.decider_limit_pence, 'agreedOn', t.agreed_on)`;

const wholeSql = `SELECT
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'personId', m.person_id, 'name', p.name, 'isResident', m.is_resident, 'duty', m.duty,
      'startsOn', m.starts_on, 'endsOn', m.ends_on) ORDER BY m.duty IS DISTINCT FROM 'chair', p.name, m.id), '[]')
    FROM partnership_member m JOIN person p ON p.neighbourhood_id = m.neighbourhood_id AND p.id = m.person_id
    WHERE m.neighbourhood_id = $1 AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on > $2)) AS members,
  (SELECT coalesce(json_agg(${termsJson} ORDER BY t.version DESC), '[]') FROM terms_of_reference t WHERE t.neighbourhood_id = $1) AS terms,
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'personId', i.person_id, 'name', p.name, 'kind', i.kind, 'about', i.about,
      'declaredOn', i.declared_on, 'endsOn', i.ends_on, 'isMine', coalesce(i.person_id = $3, false)) ORDER BY i.ends_on IS NOT NULL, i.declared_on DESC, i.id), '[]')
    FROM interest_declaration i JOIN person p ON p.neighbourhood_id = i.neighbourhood_id AND p.id = i.person_id
    WHERE i.neighbourhood_id = $1 AND i.motion_id IS NULL) AS interests,
  (SELECT coalesce(json_agg(json_build_object('personId', a.person_id, 'name', p.name, 'agreedOn', a.agreed_on) ORDER BY p.name, p.id), '[]')
    FROM agreed_resident a JOIN person p ON p.neighbourhood_id = a.neighbourhood_id AND p.id = a.person_id
    WHERE a.neighbourhood_id = $1 AND (a.ends_on IS NULL OR a.ends_on > $2)) AS "agreedResidents"`;
