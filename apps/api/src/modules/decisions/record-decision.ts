import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { recordDecision } from '@pursestrings/contracts/decisions';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import type { ItemStanding, MeetingState } from '@pursestrings/contracts/meetings';
import type { Terms } from '@pursestrings/contracts/partnership';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { termsOn } from '../partnership/index.ts';
import { decidingDay, departsFromResult, standingOf, type WorkedOut, workOut } from './decision.rules.ts';
import { keepInterestsOfItem } from './item-interests.ts';
import { chosenByResidents, factsOf, lockMotion, type MotionAtMeeting } from './motion-at-meeting.ts';

/** While a meeting runs, and after it until its notes are approved: decisions are often typed up later. */
const recordable: readonly MeetingState[] = ['open', 'closed', 'draft_minutes'];

type Recorded = Answer<typeof recordDecision>;

/**
 * Works out and keeps the outcome of one item from who is there, their interests and the votes as counted. Until it is
 * published it can be recorded again; the last one counts.
 */
@Injectable()
export class RecordDecision {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, motionId: string, done: Omit<BodyOf<typeof recordDecision>, 'formId'>): Promise<Recorded> {
    return await this.transactions.run(actor, async (tx): Promise<Recorded> => {
      const motion = await lockMotion(tx, motionId);
      if (!motion) return problem({ code: 'not-found' });
      if (motion.agreedBy === null) return problem({ code: 'not-on-the-agenda' });
      if (!recordable.includes(motion.meetingState)) return problem({ code: 'meeting-not-open' });
      const before = await tx.one(`SELECT id FROM decision WHERE neighbourhood_id = $1 AND motion_id = $2 AND state <> 'recorded'`, [
        actor.neighbourhoodId,
        motionId,
      ]);
      if (before) return problem({ code: 'already-published' });
      const day = decidingDay(motion.day, ukDay(this.clock.now()).toString());
      const terms = await termsOn(tx, day);
      const standing = standingOf(await factsOf(tx, motion, { terms, day }));
      const worked = workOut(standing, done, terms.majority);
      if (!worked.ok) return worked;
      const refusal = whyNotCarried(motion, worked.value, terms);
      if (refusal) return problem({ code: refusal });
      await keepInterestsOfItem(tx, { motionId, day, newIds: newId });
      const vote = await chosenByResidents(tx, motion);
      const departs = departsFromResult(worked.value, vote?.chosen ?? null);
      const id = await keep(tx, motion, {
        ...worked.value,
        standing,
        day,
        departs,
        roundId: vote?.roundId ?? motion.roundId,
        termsVersion: terms.version,
      });
      await record(tx, { type: 'decision.recorded', subjectId: id, details: { outcome: worked.value.outcome } });
      return ok({ id, outcome: worked.value.outcome });
    });
  }
}

/** What a spending motion needs before it can be carried: who gets the money, and a sum that our rules allow (M3). */
function whyNotCarried(motion: MotionAtMeeting, worked: WorkedOut, terms: Terms): 'recipient-needed' | 'above-our-limit' | null {
  if (worked.outcome !== 'carried' && worked.way !== 'fund_holder_confirms') return null;
  if (motion.kind === 'spend' && motion.recipientId === null) return 'recipient-needed';
  const limit = terms.deciderLimitPence;
  return limit !== null && (motion.amountPence ?? 0) > limit ? 'above-our-limit' : null;
}

interface ToKeep extends WorkedOut {
  readonly standing: ItemStanding;
  readonly day: string;
  readonly departs: boolean;
  readonly roundId: string | null;
  readonly termsVersion: number;
}

const columns = `motion_id, meeting_id, title, kind, outcome, quorate, residents_enough, amount_pence, recipient_id, proposal_id, round_id, votes_for,
  votes_against, abstained, present, members, resident_members, can_decide, needed, resident_votes, way, way_note, departs, decided_on, terms_version`;

/** Writes the decision, or what has changed of one that is recorded and not published. The words given meanwhile are kept. */
async function keep(tx: Tx, motion: MotionAtMeeting, kept: ToKeep): Promise<string> {
  const { standing } = kept;
  const row = await tx.one<{ id: string }>(
    `INSERT INTO decision (neighbourhood_id, id, slug, ${columns})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)
     ON CONFLICT (neighbourhood_id, motion_id) WHERE state <> 'superseded' DO UPDATE SET confirmed_by = NULL,
       (${columns}) = ROW (${columns.replace(/\w+/g, 'excluded.$&')}) RETURNING id`,
    [
      tx.actor.neighbourhoodId,
      newId<'decision'>(),
      `${slugFrom(motion.title)}-${newSlugEnding()}`,
      motion.id,
      motion.meetingId,
      motion.title,
      motion.kind,
      kept.outcome,
      kept.quorate,
      kept.residentsEnough,
      motion.amountPence,
      motion.recipientId,
      motion.proposalId,
      kept.roundId,
      kept.votesFor,
      kept.votesAgainst,
      kept.abstained,
      standing.present,
      standing.members,
      standing.residentMembers,
      kept.canDecide,
      standing.needed,
      kept.residentVotes,
      kept.way,
      kept.wayNote,
      kept.departs,
      kept.day,
      kept.termsVersion,
    ],
  );
  if (!row) throw new Error('A decision was not written.');
  return row.id;
}
