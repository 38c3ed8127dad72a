import { Inject, Injectable } from '@nestjs/common';
import { type AwardId, newId, newSlugEnding, type ProjectId, slugFrom } from '@pursestrings/basics/ids';
import { type Pence, pence, sumPence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type BadRow, type PastPayment, readTransparencyCsv } from '@pursestrings/open-data/transparency-import';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { LedgerAccounts, LedgerPosts, type PostProblem } from '../ledger/index.ts';

export type ImportPastProblem =
  | PostProblem
  | { readonly code: 'award-not-found' }
  | { readonly code: 'rows-refused'; readonly rows: readonly BadRow[] };

/** Brings over what was spent before this ledger began, so that the purse tells the whole story from its first day. */
@Injectable()
export class ImportPastPayments {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(LedgerPosts) private readonly posts: LedgerPosts,
    @Inject(LedgerAccounts) private readonly accounts: LedgerAccounts,
  ) {}

  /**
   * All rows or none; each bad one is named. A row becomes an entry `past`, out of what is still to decide and out of the bank.
   * Numbers that are here already are refused, so the same file a second time changes nothing.
   */
  async run(actor: Actor, file: { readonly awardId: string; readonly csv: string }) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ payments: number; totalPence: Pence }, ImportPastProblem>> => {
      const award = await tx.one<{ id: AwardId }>(`SELECT id FROM award WHERE neighbourhood_id = $1 AND id = $2`, [
        actor.neighbourhoodId,
        file.awardId,
      ]);
      if (!award) return problem({ code: 'award-not-found' });
      const read = readTransparencyCsv(file.csv);
      if (!read.ok) return read;
      const bad = await this.badRows(tx, read.value);
      if (bad.length > 0) return problem({ code: 'rows-refused', rows: bad });
      const projects = new Map<string, ProjectId>();
      for (const row of read.value.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : Number(a.paidOn > b.paidOn)))) {
        const projectId = projects.get(row.department) ?? (await projectFor(tx, row));
        projects.set(row.department, projectId);
        const posted = await this.bringOver(tx, row, { awardId: award.id, projectId });
        if (!posted.ok) return posted;
      }
      await record(tx, { type: 'past_payments.imported', subjectId: award.id, details: { payments: read.value.length } });
      return ok({ payments: read.value.length, totalPence: sumPence(read.value.map(whole)) });
    });
  }

  /** Rows that this neighbourhood cannot take, however well they are written. */
  private async badRows(tx: Tx, rows: readonly PastPayment[]): Promise<BadRow[]> {
    const known = await tx.query<{ number: string }>(`SELECT number FROM past_payment WHERE neighbourhood_id = $1 AND number = ANY($2)`, [
      tx.actor.neighbourhoodId,
      rows.map(({ number }) => number),
    ]);
    const here = new Set(known.map(({ number }) => number));
    const began = await tx.one<{ day: string }>(
      `SELECT (created_at AT TIME ZONE 'Europe/London')::date AS day FROM neighbourhood WHERE id = $1`,
      [tx.actor.neighbourhoodId],
    );
    return rows.flatMap((row) => {
      const faults: BadRow[] = [];
      if (here.has(row.number)) faults.push({ line: row.line, column: 'Transaction Number', reason: `${row.number} is here already` });
      if (began && row.paidOn >= began.day)
        faults.push({ line: row.line, column: 'Date', reason: 'this is not before the place began here; ask for the payment instead' });
      if (whole(row) <= 0)
        faults.push({
          line: row.line,
          column: 'Net Amount',
          reason: 'money back cannot be brought over by itself; leave it out of its payment',
        });
      return faults;
    });
  }

  private async bringOver(tx: Tx, row: PastPayment, to: { awardId: AwardId; projectId: ProjectId }): Promise<Result<void, PostProblem>> {
    const { unallocated, bank } = await this.accounts.ofAward(tx, to.awardId);
    const accounts = await this.accounts.ofProject(tx, { id: to.projectId, nature: 'revenue', awardId: to.awardId });
    const sum = whole(row);
    const id = newId<'past-payment'>();
    const posted = await this.posts.post(tx, {
      key: id,
      kind: 'past',
      happenedOn: row.paidOn,
      transfers: [
        { from: unallocated, to: accounts.spent, pence: sum },
        { from: bank, to: accounts.paidOut, pence: sum },
      ],
      memo: `Paid before this ledger began, number ${row.number}`,
    });
    if (!posted.ok) return posted;
    const recipientId = await recipientFor(tx, row);
    await tx.query(
      `INSERT INTO past_payment (neighbourhood_id, id, number, project_id, recipient_id, paid_on, amount_pence, vat_pence, purpose, category, is_grant, entry_seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        tx.actor.neighbourhoodId,
        id,
        row.number,
        to.projectId,
        recipientId,
        row.paidOn,
        row.netPence,
        row.vatPence,
        row.purpose,
        row.category,
        row.isGrant,
        posted.value.seq,
      ],
    );
    return ok(undefined);
  }
}

/** What left the bank: the net sum, and the VAT that cannot be got back. */
function whole(row: PastPayment): Pence {
  return pence(row.netPence + row.vatPence);
}

/** The file's word for somebody who is a person. */
const aPerson = 'an individual';

async function recipientFor(tx: Tx, row: PastPayment): Promise<string> {
  const kind = row.payeeName.toLowerCase() === aPerson ? 'individual' : 'organisation';
  const known = await tx.one<{ id: string }>(`SELECT id FROM recipient WHERE neighbourhood_id = $1 AND name = $2 AND kind = $3 LIMIT 1`, [
    tx.actor.neighbourhoodId,
    row.payeeName,
    kind,
  ]);
  if (known) return known.id;
  const id = newId<'recipient'>();
  await tx.query(`INSERT INTO recipient (neighbourhood_id, id, name, kind, registration_number) VALUES ($1, $2, $3, $4, $5)`, [
    tx.actor.neighbourhoodId,
    id,
    row.payeeName,
    kind,
    row.registration,
  ]);
  return id;
}

/** Past spending stands under its department, as a project that is over. */
async function projectFor(tx: Tx, row: PastPayment): Promise<ProjectId> {
  const known = await tx.one<{ id: ProjectId }>(
    `SELECT id FROM project WHERE neighbourhood_id = $1 AND title = $2 AND state = 'closed' LIMIT 1`,
    [tx.actor.neighbourhoodId, row.department],
  );
  if (known) return known.id;
  const id = newId<'project'>();
  await tx.query(
    `INSERT INTO project (neighbourhood_id, id, slug, title, recipient_id, state, nature, theme, agreed_on) VALUES ($1, $2, $3, $4, $5, 'closed', 'revenue', $4, $6)`,
    [
      tx.actor.neighbourhoodId,
      id,
      `${slugFrom(row.department)}-${newSlugEnding()}`,
      row.department,
      await recipientFor(tx, row),
      row.paidOn,
    ],
  );
  return id;
}
