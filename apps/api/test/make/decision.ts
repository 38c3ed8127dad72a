import { type DecisionId, type MeetingId, type MotionId, newId } from '@pursestrings/basics/ids';
import type { TestPlace, World } from './world.ts';

/** What a test may say about the decision that it needs; the rest is a carried, quorate spending decision, published. */
export interface DecisionSketch {
  readonly title?: string;
  readonly kind?: 'spend' | 'set_aside' | 'ring_fence' | 'other' | 'round' | 'chest';
  readonly outcome?: 'carried' | 'lost' | 'deferred' | 'no_quorum';
  readonly amountPence?: number | null;
  readonly recipientId?: string | null;
  readonly proposalId?: string | null;
  readonly roundId?: string | null;
  readonly state?: 'recorded' | 'published';
  readonly decidedOn?: string;
}

/** Writes a meeting, a motion and its decision as superuser, for tests of other features. Seven of nine came and all voted alike. */
export async function makeDecision(
  world: World,
  place: TestPlace,
  sketch: DecisionSketch = {},
): Promise<{ id: DecisionId; motionId: MotionId; meetingId: MeetingId }> {
  const {
    title = 'Buy a kettle',
    kind = 'spend',
    outcome = 'carried',
    amountPence = 100_00,
    state = 'published',
    decidedOn = '2026-06-09',
  } = sketch;
  const [id, motionId, meetingId] = [newId<'decision'>(), newId<'motion'>(), newId<'meeting'>()];
  const quorate = outcome !== 'no_quorum';
  await world.admin(
    `INSERT INTO meeting (neighbourhood_id, id, slug, title, starts_at, place_words, state) VALUES ($1, $2, $3, 'Partnership meeting', now(), 'The hub', 'open')`,
    [place.id, meetingId, `meeting-${meetingId}`],
  );
  await world.admin(
    `INSERT INTO motion (neighbourhood_id, id, meeting_id, position, title, words, kind, amount_pence, proposal_id, round_id, recipient_id)
     VALUES ($1, $2, $3, 1, $4, $4, $5, $6, $7, $8, $9)`,
    [
      place.id,
      motionId,
      meetingId,
      title,
      kind,
      amountPence,
      sketch.proposalId ?? null,
      sketch.roundId ?? null,
      sketch.recipientId ?? null,
    ],
  );
  await world.admin(
    `INSERT INTO decision (neighbourhood_id, id, slug, motion_id, meeting_id, title, kind, outcome, quorate, residents_enough, amount_pence, recipient_id,
       proposal_id, round_id, votes_for, votes_against, abstained, present, members, resident_members, can_decide, needed, resident_votes, decided_on,
       reasons, plain_summary, state, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, $14, $15, 0, $16, 9, 7, $16, 3, $17, $18, 'We need it.', 'We said yes.', $19,
       CASE WHEN $19 = 'recorded' THEN NULL ELSE now() END)`,
    [
      place.id,
      id,
      `decision-${id}`,
      motionId,
      meetingId,
      title,
      kind,
      outcome,
      quorate,
      amountPence,
      sketch.recipientId ?? null,
      sketch.proposalId ?? null,
      sketch.roundId ?? null,
      outcome === 'carried' ? 7 : 0,
      outcome === 'lost' ? 7 : 0,
      quorate ? 7 : 2,
      quorate && outcome !== 'deferred' ? 6 : 0,
      decidedOn,
      state,
    ],
  );
  return { id, motionId, meetingId };
}
