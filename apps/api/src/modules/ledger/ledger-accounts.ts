import { Injectable } from '@nestjs/common';
import { type AwardId, type LedgerAccountId, newId, type ProjectId } from '@pursestrings/basics/ids';
import type { Tx } from '../../platform/database/transactions.ts';

/** What money set aside is for. `ring_fence` moves only by a decision of that kind (M9). */
export type SetAsidePurpose = 'theme' | 'round' | 'chest' | 'ring_fence';

/** Whether money buys something once or keeps something running. */
export type Nature = 'capital' | 'revenue';

interface NewAccount {
  readonly awardId: AwardId;
  readonly book: 'budget' | 'cash';
  readonly kind: string;
  readonly subjectId?: string;
  readonly nature?: Nature;
  readonly purpose?: SetAsidePurpose;
  readonly name?: string;
}

/** The accounts that each award has from the start. */
export interface AccountsOfAward {
  readonly award: LedgerAccountId;
  readonly unallocated: LedgerAccountId;
  readonly drawnFromFunder: LedgerAccountId;
  readonly bank: LedgerAccountId;
}

/** The accounts of a project in one award. */
export interface AccountsOfProject {
  readonly promised: LedgerAccountId;
  readonly spent: LedgerAccountId;
  readonly paidOut: LedgerAccountId;
  readonly bank: LedgerAccountId;
}

/** Makes account rows when their subject is made, so that there is always a row to lock. Opening one again finds it. */
@Injectable()
export class LedgerAccounts {
  /** The accounts of an award that has just been made. */
  async ofAward(tx: Tx, awardId: AwardId): Promise<AccountsOfAward> {
    const open = (book: 'budget' | 'cash', kind: string) => this.open(tx, { awardId, book, kind });
    const award = await open('budget', 'award');
    const unallocated = await open('budget', 'unallocated');
    await open('budget', 'returned');
    const drawnFromFunder = await open('cash', 'drawn_from_funder');
    await open('cash', 'contribution');
    await open('cash', 'fund_holder_advance');
    const bank = await open('cash', 'bank');
    return { award, unallocated, drawnFromFunder, bank };
  }

  /** The accounts of a project for money of one award. */
  async ofProject(
    tx: Tx,
    project: { readonly id: ProjectId; readonly nature: Nature; readonly awardId: AwardId },
  ): Promise<AccountsOfProject> {
    const of = { awardId: project.awardId, subjectId: project.id, nature: project.nature };
    return {
      promised: await this.open(tx, { ...of, book: 'budget', kind: 'promised' }),
      spent: await this.open(tx, { ...of, book: 'budget', kind: 'spent' }),
      paidOut: await this.open(tx, { ...of, book: 'cash', kind: 'paid_out' }),
      bank: await this.open(tx, { awardId: project.awardId, book: 'cash', kind: 'bank' }),
    };
  }

  /** An account for money set aside under a name. `subjectId` is the round it is for; a theme, a chest or a ring-fence stands for itself. */
  async setAside(
    tx: Tx,
    aside: { readonly awardId: AwardId; readonly purpose: SetAsidePurpose; readonly name: string; readonly subjectId?: string },
  ): Promise<LedgerAccountId> {
    return await this.open(tx, { ...aside, book: 'budget', kind: 'set_aside', subjectId: aside.subjectId ?? newId<'set-aside'>() });
  }

  private async open(tx: Tx, account: NewAccount): Promise<LedgerAccountId> {
    const row = await tx.one<{ id: LedgerAccountId }>(`SELECT ledger.open_account($1, $2, $3, $4, $5, $6, $7, $8) AS id`, [
      newId(),
      account.awardId,
      account.book,
      account.kind,
      account.subjectId ?? null,
      account.nature ?? null,
      account.purpose ?? null,
      account.name ?? null,
    ]);
    if (!row) throw new Error('ledger.open_account always answers one row.');
    return row.id;
  }
}
