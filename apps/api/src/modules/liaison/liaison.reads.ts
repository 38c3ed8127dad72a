import { Inject, Injectable } from '@nestjs/common';
import type { NeighbourhoodId, PersonId } from '@pursestrings/basics/ids';
import { ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listCouncilQuestions, readPatch } from '@pursestrings/contracts/liaison';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

type Question = ResponseOf<typeof listCouncilQuestions>['questions'][number];
type Patch = ResponseOf<typeof readPatch>;
type PlaceOfPatch = Patch['places'][number];

interface PlaceOfLiaison {
  readonly id: NeighbourhoodId;
  readonly slug: string;
  readonly name: string;
  readonly person_id: PersonId;
}

/** What councils are asked: in one place, and over a council contact's patch. */
@Injectable()
export class LiaisonReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The questions of one place: waiting ones first, the longest waiting on top; then answered ones, the newest first. */
  async questions(actor: Actor, proposalId: string | null): Promise<Question[]> {
    return await this.transactions.read(actor, (tx) => questionsOf(tx, { today: this.today(), proposalId, waitingOnly: false }));
  }

  /** Each place that the account is council contact of, asked in turn as who they are there; no statement ever sees two places' rows. */
  async patch(actor: Actor): Promise<Patch> {
    const places = await this.transactions.read(actor, (tx) =>
      tx.query<PlaceOfLiaison>(`SELECT id, slug, name, person_id FROM places_of_liaison($1)`, [actor.accountId]),
    );
    const seen: PlaceOfPatch[] = [];
    for (const place of places) seen.push(await this.placeOf(actor, place));
    const waiting = seen.flatMap((place) => place.waiting);
    return { places: seen, waiting: waiting.length, late: waiting.filter((question) => question.late).length };
  }

  private async placeOf(actor: Actor, place: PlaceOfLiaison): Promise<PlaceOfPatch> {
    const there: Actor = { ...actor, neighbourhoodId: place.id, personId: place.person_id, roles: new Set(['liaison_officer'] as const) };
    return await this.transactions.read(there, async (tx) => ({
      slug: place.slug,
      name: place.name,
      waiting: await questionsOf(tx, { today: this.today(), proposalId: null, waitingOnly: true }),
      decisions: await tx.query<PlaceOfPatch['decisions'][number]>(
        `SELECT slug, title, outcome, amount_pence AS "amountPence", decided_on AS "decidedOn", departs FROM decision
         WHERE neighbourhood_id = $1 AND state = 'published' AND published_at > $2::date - 60 ORDER BY published_at DESC, id DESC LIMIT 10`,
        [place.id, this.today()],
      ),
    }));
  }

  private today(): string {
    return ukDay(this.clock.now()).toString();
  }
}

async function questionsOf(tx: Tx, wanted: { today: string; proposalId: string | null; waitingOnly: boolean }): Promise<Question[]> {
  return await tx.query<Question>(
    `SELECT q.id, q.words, q.asked_on AS "askedOn", q.due_on AS "dueOn", q.answered_at IS NULL AND q.due_on < $2::date AS late, q.answer, q.answered_at AS "answeredAt",
       CASE WHEN d.id IS NOT NULL THEN json_build_object('kind', 'decision', 'slug', d.slug, 'title', d.title)
            WHEN p.id IS NOT NULL THEN json_build_object('kind', 'proposal', 'slug', p.slug, 'title', p.title) END AS about
     FROM council_question q
     LEFT JOIN decision d ON d.neighbourhood_id = q.neighbourhood_id AND d.id = q.decision_id
     LEFT JOIN proposal p ON p.neighbourhood_id = q.neighbourhood_id AND p.id = q.proposal_id AND p.published_at IS NOT NULL
     WHERE q.neighbourhood_id = $1 AND ($3::uuid IS NULL OR q.proposal_id = $3) AND (NOT $4 OR q.answered_at IS NULL)
     ORDER BY q.answered_at IS NOT NULL, CASE WHEN q.answered_at IS NULL THEN q.due_on END, q.answered_at DESC, q.id LIMIT 200`,
    [tx.actor.neighbourhoodId, wanted.today, wanted.proposalId, wanted.waitingOnly],
  );
}
