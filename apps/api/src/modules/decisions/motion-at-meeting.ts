import type { MotionKind } from '@pursestrings/contracts/decisions';
import type { MeetingState } from '@pursestrings/contracts/meetings';
import type { Terms } from '@pursestrings/contracts/partnership';
import type { Tx } from '../../platform/database/transactions.ts';
import { quorumOf, seatsOn } from '../partnership/index.ts';
import type { Attender, ItemFacts } from './decision.rules.ts';
import { itemInterestsSql } from './item-interests.ts';

/** A motion with what its meeting says about it. */
export interface MotionAtMeeting {
  readonly id: string;
  readonly meetingId: string;
  readonly meetingState: MeetingState;
  /** The UK day of the meeting. */
  readonly day: string;
  readonly title: string;
  readonly kind: MotionKind;
  readonly amountPence: number | null;
  readonly proposalId: string | null;
  readonly roundId: string | null;
  readonly recipientId: string | null;
  readonly agreedBy: string | null;
}

/** Locks a motion until the end of the transaction, so that interests, votes and its decision come one after the other. Null when there is none. */
export async function lockMotion(tx: Tx, motionId: string): Promise<MotionAtMeeting | null> {
  return await tx.one<MotionAtMeeting>(
    `SELECT m.id, m.meeting_id AS "meetingId", g.state AS "meetingState", (g.starts_at AT TIME ZONE 'Europe/London')::date AS day, m.title, m.kind,
       m.amount_pence AS "amountPence", m.proposal_id AS "proposalId", m.round_id AS "roundId", m.recipient_id AS "recipientId", m.agreed_by AS "agreedBy"
     FROM motion m JOIN meeting g ON g.neighbourhood_id = m.neighbourhood_id AND g.id = m.meeting_id
     WHERE m.neighbourhood_id = $1 AND m.id = $2 FOR UPDATE OF m`,
    [tx.actor.neighbourhoodId, motionId],
  );
}

/** Who is there for a motion, and with what interests, as the rules want to know it. */
export async function factsOf(tx: Tx, motion: MotionAtMeeting, { terms, day }: { terms: Terms; day: string }): Promise<ItemFacts> {
  const seats = await seatsOn(tx, day);
  const residentOf = new Map(seats.map((seat): [string, boolean] => [seat.personId, seat.isResident]));
  const here = await tx.query<{ person_id: string; came_as: Attender['cameAs']; has_interest: boolean }>(
    `WITH one AS (SELECT * FROM motion WHERE neighbourhood_id = $1 AND id = $3), bearing AS (${itemInterestsSql('one')})
     SELECT a.person_id, a.came_as, EXISTS (SELECT FROM bearing b WHERE b.person_id = a.person_id AND b.managed IS DISTINCT FROM 'no_conflict') AS has_interest
     FROM attendance a WHERE a.neighbourhood_id = $1 AND a.meeting_id = $4 ORDER BY a.person_id`,
    [tx.actor.neighbourhoodId, day, motion.id, motion.meetingId],
  );
  return {
    members: seats.length,
    residentMembers: seats.filter((seat) => seat.isResident).length,
    needed: quorumOf(terms, seats.length),
    here: here
      .filter((one) => one.came_as === 'agreed_resident' || residentOf.has(one.person_id))
      .map((one) => ({ cameAs: one.came_as, hasInterest: one.has_interest, isResident: residentOf.get(one.person_id) ?? true })),
  };
}

/**
 * Whether residents chose the proposal in the newest published vote that asked about it (or in the vote that the motion
 * names); null where none did.
 */
export async function chosenByResidents(
  tx: Tx,
  { proposalId, roundId }: Pick<MotionAtMeeting, 'proposalId' | 'roundId'>,
): Promise<{ roundId: string; chosen: boolean } | null> {
  if (proposalId === null) return null;
  return await tx.one<{ roundId: string; chosen: boolean }>(
    `SELECT r.id AS "roundId", p.outcome = 'chosen' AS chosen FROM round_project p JOIN round r ON r.neighbourhood_id = p.neighbourhood_id AND r.id = p.round_id
     WHERE p.neighbourhood_id = $1 AND p.proposal_id = $2 AND p.outcome IS NOT NULL AND r.state IN ('published', 'recounted') AND ($3::uuid IS NULL OR r.id = $3)
     ORDER BY r.published_at DESC NULLS LAST, r.id DESC LIMIT 1`,
    [tx.actor.neighbourhoodId, proposalId, roundId],
  );
}
