import { type DecisionId, newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { type Pence, pence } from '@pursestrings/basics/money';
import type { Tx } from '../platform/database/transactions.ts';
import type { ShiftedDays } from './shifted-days.ts';

/** What was decided on a day of the story. Votes are for, against, abstained; who was away is the rest. */
export interface StoryDecision {
  readonly on: string;
  readonly title: string;
  readonly kind: 'spend' | 'set_aside' | 'ring_fence' | 'other' | 'round' | 'chest';
  readonly pounds?: number;
  readonly recipientId?: string;
  readonly proposalId?: string;
  readonly roundId?: string;
  readonly votes: readonly [number, number, number];
  readonly outcome?: 'carried' | 'lost' | 'deferred';
  readonly reasons: string;
  readonly summary: string;
  readonly departs?: string;
  readonly interest?: { readonly who: string; readonly kind: 'direct' | 'indirect' | 'loyalty'; readonly about: string };
}

/** Writes what was decided, with its meeting and its counts, published. */
/** As much of the story as writing a decision needs. */
export interface DecisionScene {
  readonly tx: Tx;
  readonly days: ShiftedDays;
  readonly place: string;
  personId(key: string): string;
  meeting(on: string): Promise<string>;
}

/** Writes a motion and what was decided on it, with its counts and interests, published. */
export async function writeDecision(story: DecisionScene, decision: StoryDecision): Promise<DecisionId> {
  const meetingId = await story.meeting(decision.on);
  const motionId = newId<'motion'>();
  const amount = decision.pounds === undefined ? null : pence(decision.pounds * 100);
  await story.tx.query(
    `INSERT INTO motion (neighbourhood_id, id, meeting_id, position, title, words, kind, amount_pence, proposal_id, round_id, recipient_id, put_by, agreed_by)
     VALUES ($1, $2, $3, (SELECT count(*) + 1 FROM motion WHERE neighbourhood_id = $1 AND meeting_id = $3), $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      story.place,
      motionId,
      meetingId,
      decision.title,
      decision.summary,
      decision.kind,
      amount,
      decision.proposalId ?? null,
      decision.roundId ?? null,
      decision.recipientId ?? null,
      story.personId('denise'),
    ],
  );
  if (decision.interest) await declare(story, motionId, decision);
  return await publish(story, decision, { meetingId, motionId, amount });
}

async function declare(story: DecisionScene, motionId: string, { interest, on }: StoryDecision): Promise<void> {
  if (!interest) return;
  await story.tx.query(
    `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, motion_id, kind, about, declared_on, managed, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 'left', $8)`,
    [
      story.place,
      newId(),
      story.personId(interest.who),
      motionId,
      interest.kind,
      interest.about,
      story.days.day(on),
      story.personId('grace'),
    ],
  );
}

async function publish(
  story: DecisionScene,
  decision: StoryDecision,
  made: { meetingId: string; motionId: string; amount: Pence | null },
): Promise<DecisionId> {
  const id = newId<'decision'>();
  const [votesFor, votesAgainst, abstained] = decision.votes;
  const canDecide = votesFor + votesAgainst + abstained;
  // Of nine members seven are residents, so at most two of those who voted were not.
  const residentVotes = Math.max(0, votesFor + votesAgainst - 2);
  await story.tx.query(
    `INSERT INTO decision (neighbourhood_id, id, slug, motion_id, meeting_id, title, kind, outcome, quorate, residents_enough, amount_pence, recipient_id,
       proposal_id, round_id, votes_for, votes_against, abstained, present, members, resident_members, can_decide, needed, resident_votes, departs,
       decided_on, reasons, plain_summary, departs_reason, state, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true, true, $9, $10, $11, $12, $13, $14, $15, $16, 9, 7, $17, 3, $18, $19, $20, $21, $22, $23, 'published', $24)`,
    [
      story.place,
      id,
      `${slugFrom(decision.title)}-${newSlugEnding()}`,
      made.motionId,
      made.meetingId,
      decision.title,
      decision.kind,
      decision.outcome ?? 'carried',
      made.amount,
      decision.recipientId ?? null,
      decision.proposalId ?? null,
      decision.roundId ?? null,
      votesFor,
      votesAgainst,
      abstained,
      canDecide + (decision.interest ? 1 : 0),
      canDecide,
      residentVotes,
      decision.departs !== undefined,
      story.days.day(decision.on),
      decision.reasons,
      decision.summary,
      decision.departs ?? null,
      story.days.at(decision.on, '22:00'),
    ],
  );
  return id;
}
