import {
  type AwardId,
  type DecisionId,
  type LedgerAccountId,
  newId,
  newSlugEnding,
  type PersonId,
  type ProjectId,
  type ProposalId,
} from '@pursestrings/basics/ids';
import { type Pence, pence } from '@pursestrings/basics/money';
import type { Result } from '@pursestrings/basics/result';
import type { Tx } from '../platform/database/transactions.ts';
import type { People } from './people.ts';
import type { Services } from './services.ts';
import type { ShiftedDays } from './shifted-days.ts';
import { type StoryDecision, writeDecision } from './story-decisions.ts';

/** A promise to somebody, and the payments that were made on it: the day, the pounds (pence as decimals in text), what for. */
export interface StoryPromise {
  readonly decisionId: DecisionId;
  readonly title: string;
  readonly recipientId: string;
  readonly amount: Pence;
  readonly from: LedgerAccountId;
  readonly theme: string;
  readonly nature: 'capital' | 'revenue';
  readonly on: string;
  readonly proposalId?: string;
  readonly projectId?: ProjectId;
  readonly summary?: string;
}

export interface StoryPayment {
  readonly on: string;
  readonly amount: Pence;
  readonly purpose: string;
  readonly peopleCount?: number;
  /** Sent, and not yet seen on the bank's statement. */
  readonly unmatched?: boolean;
}

/** A promise that was made in the story. */
export interface Kept {
  readonly commitmentId: string;
  readonly projectId: ProjectId;
  readonly recipientId: string;
  readonly nature: 'capital' | 'revenue';
}

/** Tells one neighbourhood's story through the program's own doors. Anything refused stops it, and nothing is kept. */
export class Story {
  private paymentNumber = 0;
  private readonly meetings = new Map<string, string>();

  constructor(
    readonly tx: Tx,
    readonly services: Services,
    readonly days: ShiftedDays,
    readonly people: People,
    readonly awardId: AwardId,
  ) {}

  get place(): string {
    return this.tx.actor.neighbourhoodId ?? '';
  }

  personId(key: string): PersonId {
    const person = this.people[key];
    if (!person) throw new Error(`The story has nobody called ${key}.`);
    return person.id;
  }

  async recipient(
    name: string,
    kind: 'organisation' | 'individual' | 'household' | 'wages' = 'organisation',
    number: string | null = null,
  ): Promise<string> {
    const id = newId<'recipient'>();
    await this.tx.query(`INSERT INTO recipient (neighbourhood_id, id, name, kind, registration_number) VALUES ($1, $2, $3, $4, $5)`, [
      this.place,
      id,
      name,
      kind,
      number,
    ]);
    return id;
  }

  /** The meeting of a day, made when the story first needs it. */
  async meeting(on: string): Promise<string> {
    const known = this.meetings.get(on);
    if (known) return known;
    const id = newId<'meeting'>();
    await this.tx.query(
      `INSERT INTO meeting (neighbourhood_id, id, slug, title, starts_at, place_words, state, notes, papers_published_at, minutes_published_at)
       VALUES ($1, $2, $3, 'Partnership meeting', $4, 'Old Bakery hub', 'published', 'Anyone could come and listen. The last notes were agreed. Amara told the news of each project.', $5, $6)`,
      [
        this.place,
        id,
        `partnership-meeting-${newSlugEnding()}`,
        this.days.at(on, '19:00'),
        this.days.at(on, '12:00'),
        this.days.at(on, '23:00'),
      ],
    );
    this.meetings.set(on, id);
    return id;
  }

  /** Writes what was decided, with its meeting and its counts, published. */
  decide(decision: StoryDecision): Promise<DecisionId> {
    return writeDecision(this, decision);
  }

  /** Promises what a decision gave, through the ledger. */
  async promise(made: StoryPromise): Promise<Kept> {
    const promised = done(
      await this.services.promises.promise(this.tx, {
        decisionId: made.decisionId,
        title: made.title,
        recipientId: made.recipientId,
        amountPence: made.amount,
        fromAccountId: made.from,
        proposalId: (made.proposalId ?? null) as ProposalId | null,
        projectId: made.projectId ?? null,
        nature: made.nature,
        theme: made.theme,
        summary: made.summary ?? '',
        promisedOn: this.days.day(made.on),
      }),
    );
    return { commitmentId: promised.commitmentId, projectId: promised.projectId, recipientId: made.recipientId, nature: made.nature };
  }

  /** Asks, has two others agree, sends, sees it at the bank and publishes it. Returns the payment's and the entry's ids. */
  async pay(kept: Kept, payment: StoryPayment): Promise<{ id: string; entryId: string }> {
    this.paymentNumber += 1;
    const id = newId<'payment'>();
    const on = this.days.day(payment.on);
    await this.tx.query(
      `INSERT INTO payment (neighbourhood_id, id, number, commitment_id, payee_id, amount_pence, purpose, public_purpose, people_count, state, requested_by, requested_at, approvals_needed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, 'approved', $9, $10, 1)`,
      [
        this.place,
        id,
        this.paymentNumber,
        kept.commitmentId,
        kept.recipientId,
        payment.amount,
        payment.purpose,
        payment.peopleCount ?? null,
        this.personId('colin'),
        this.days.at(payment.on, '09:00'),
      ],
    );
    for (const who of ['denise', 'maureen']) await this.approve(id, this.personId(who), this.days.at(payment.on, '10:00'));
    const accounts = await this.services.accounts.ofProject(this.tx, { id: kept.projectId, nature: kept.nature, awardId: this.awardId });
    const entry = done(
      await this.services.posts.post(this.tx, {
        key: id,
        kind: 'paid',
        happenedOn: on,
        transfers: [
          { from: accounts.promised, to: accounts.spent, pence: payment.amount },
          { from: accounts.bank, to: accounts.paidOut, pence: payment.amount },
        ],
        paymentId: id as never,
      }),
    );
    await this.tx.query(`UPDATE payment SET state = 'sent', sent_on = $3, entry_seq = $4 WHERE neighbourhood_id = $1 AND id = $2`, [
      this.place,
      id,
      on,
      entry.seq,
    ]);
    if (!payment.unmatched) await this.match(id, on);
    await this.tx.query(
      `UPDATE commitment c SET state = CASE WHEN s.spent >= c.amount_pence - c.released_pence THEN 'spent' ELSE 'part_spent' END
       FROM (SELECT sum(amount_pence - refunded_pence) AS spent FROM payment WHERE neighbourhood_id = $1 AND commitment_id = $2 AND state IN ('sent', 'matched')) s
       WHERE c.neighbourhood_id = $1 AND c.id = $2`,
      [this.place, kept.commitmentId],
    );
    return { id, entryId: entry.id };
  }

  private async approve(paymentId: string, personId: string, at: string): Promise<void> {
    await this.tx.query(`SELECT set_config('app.person', $1, true)`, [personId]);
    await this.tx.query(`INSERT INTO payment_approval (neighbourhood_id, payment_id, person_id, at) VALUES ($1, $2, $3, $4)`, [
      this.place,
      paymentId,
      personId,
      at,
    ]);
    await this.tx.query(`SELECT set_config('app.person', $1, true)`, [this.personId('colin')]);
  }

  private async match(paymentId: string, on: string): Promise<void> {
    await this.tx.query(
      `UPDATE payment SET state = 'matched', statement_date = $3, statement_line = $4, matched_by = $5, privacy_checked_by = $5, published_at = $6
       WHERE neighbourhood_id = $1 AND id = $2`,
      [this.place, paymentId, on, `line ${this.paymentNumber}`, this.personId('colin'), `${on}T18:00:00Z`],
    );
  }

  /** What is left of a promise goes back to where it came from. */
  async release(
    kept: Kept,
    { amount, to, on, memo }: { readonly amount: Pence; readonly to: LedgerAccountId; readonly on: string; readonly memo: string },
  ): Promise<void> {
    const accounts = await this.services.accounts.ofProject(this.tx, { id: kept.projectId, nature: kept.nature, awardId: this.awardId });
    done(
      await this.services.posts.post(this.tx, {
        kind: 'released',
        happenedOn: this.days.day(on),
        transfers: [{ from: accounts.promised, to, pence: amount }],
        memo,
      }),
    );
    await this.tx.query(
      `UPDATE commitment SET released_pence = released_pence + $3, state = 'spent' WHERE neighbourhood_id = $1 AND id = $2`,
      [this.place, kept.commitmentId, amount],
    );
  }

  /** How a project stands now. */
  async projectNow(
    projectId: ProjectId,
    now: {
      readonly state: string;
      readonly nextStep?: string;
      readonly nextBy?: string;
      readonly learnt?: string;
      readonly summary?: string;
    },
  ): Promise<void> {
    await this.tx.query(
      `UPDATE project SET state = $3, next_step = $4, next_by = $5, learnt = $6, summary = coalesce($7, summary) WHERE neighbourhood_id = $1 AND id = $2`,
      [
        this.place,
        projectId,
        now.state,
        now.nextStep ?? null,
        now.nextBy ? this.days.day(now.nextBy) : null,
        now.learnt ?? null,
        now.summary ?? null,
      ],
    );
  }

  async update(projectId: ProjectId, on: string, words: string): Promise<void> {
    await this.tx.query(
      `INSERT INTO project_update (neighbourhood_id, id, project_id, words, on_day, person_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [this.place, newId(), projectId, words, this.days.day(on), this.personId('amara')],
    );
  }
}

/** What a door answered; throws when it refused, since the story is told whole or not at all. */
export function done<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(answer.problem)}.`);
  return answer.value;
}

/** Pounds of the story as pence: a whole number, or a decimal text where there are pence. */
export function pounds(value: number | string): Pence {
  const [whole = '0', rest = ''] = String(value).split('.');
  return pence(Number(whole) * 100 + Number(rest.padEnd(2, '0') || '0'));
}
