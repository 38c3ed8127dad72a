import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import type { correctDecision } from '@pursestrings/contracts/decisions';
import type { Answer, BodyOf } from '@pursestrings/contracts/endpoint';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';

type Corrected = Answer<typeof correctDecision>;
type Correction = Omit<BodyOf<typeof correctDecision>, 'formId'>;

/** All that a newer version takes over as it was: everything but its words. */
const takenOver = `motion_id, meeting_id, kind, outcome, quorate, residents_enough, amount_pence, recipient_id, proposal_id, round_id, votes_for, votes_against,
  abstained, present, members, resident_members, can_decide, needed, resident_votes, way, way_note, confirmed_by, departs, decided_on, words_reason, terms_version`;

/**
 * Puts a newer version of a published decision's words beside the old one, with a dated note; the old one stays readable at
 * its own address (P1). Outcome, counts and money stay: another outcome is another decision.
 */
@Injectable()
export class CorrectDecision {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, slug: string, correction: Correction): Promise<Corrected> {
    return await this.transactions.run(actor, async (tx): Promise<Corrected> => {
      const old = await lockPublished(tx, slug);
      if (!old) return problem({ code: 'not-found' });
      if (old.state !== 'published') return problem({ code: 'not-the-newest' });
      if (old.departs && !correction.departsReason) return problem({ code: 'departs-without-reason' });
      await tx.query(`UPDATE decision SET state = 'superseded' WHERE neighbourhood_id = $1 AND id = $2`, [actor.neighbourhoodId, old.id]);
      const newer = { id: newId<'decision'>(), slug: `${slugFrom(correction.title)}-${newSlugEnding()}` };
      await tx.query(
        `INSERT INTO decision (neighbourhood_id, id, slug, supersedes, title, reasons, plain_summary, departs_reason, correction_note, state, published_at, ${takenOver})
         SELECT neighbourhood_id, $3, $4, id, $5, $6, $7, $8, $9, 'published', $10, ${takenOver} FROM decision WHERE neighbourhood_id = $1 AND id = $2`,
        [
          actor.neighbourhoodId,
          old.id,
          newer.id,
          newer.slug,
          correction.title,
          correction.reasons,
          correction.plainSummary,
          correction.departsReason || null,
          correction.correctionNote,
          this.clock.now().toString(),
        ],
      );
      await record(tx, { type: 'correction.published', subjectId: newer.id, details: { of: 'decision', earlier: old.id } });
      return ok({ slug: newer.slug });
    });
  }
}

async function lockPublished(tx: Tx, slug: string): Promise<{ id: string; state: string; departs: boolean } | null> {
  return await tx.one<{ id: string; state: string; departs: boolean }>(
    `SELECT id, state, departs FROM decision WHERE neighbourhood_id = $1 AND slug = $2 AND state <> 'recorded' FOR UPDATE`,
    [tx.actor.neighbourhoodId, slug],
  );
}
