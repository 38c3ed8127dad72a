import { type Pence, pence, sumPence } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { Account, readMoney } from '@pursestrings/contracts/money';

type Money = ResponseOf<typeof readMoney>;

/** One line of a table: what it is, how much, and the account that the sum opens. */
export interface MoneyLine {
  readonly id: string;
  readonly name: string;
  readonly projectSlug: string | null;
  readonly theme: string | null;
  readonly ringFenced: boolean;
  readonly pence: Pence;
}

/** A table with its sum, which is the sum of its lines. */
export interface MoneyPart {
  readonly lines: readonly MoneyLine[];
  readonly total: Pence;
}

/** What was spent on one theme. */
export interface ThemeSum {
  readonly theme: string;
  readonly pence: Pence;
}

export interface MoneyView {
  readonly total: Pence;
  readonly spent: MoneyPart;
  readonly promised: MoneyPart;
  readonly setAside: MoneyPart;
  readonly free: MoneyPart;
  readonly bank: MoneyPart;
  /** What was spent, theme by theme, most first; none where there is only one theme. */
  readonly themes: readonly ThemeSum[];
  readonly awards: readonly {
    readonly id: string;
    readonly name: string;
    readonly funder: string;
    readonly programmeSlug: string;
    readonly madeOn: string;
    readonly pence: Pence;
  }[];
  readonly head: Money['head'];
}

/** The page of the money: accounts sorted into what a pound is doing. Each part adds up to the purse's own figure (M10), or this throws. */
export function moneyView(money: Money): MoneyView {
  const of = (...kinds: readonly Account['kind'][]) => partOf(money.accounts.filter((account) => kinds.includes(account.kind)));
  const view = { spent: of('spent'), promised: of('promised', 'owed'), setAside: of('set_aside'), free: of('unallocated') };
  const { spentPence, promisedPence, setAsidePence, freePence } = money.purse;
  const agrees =
    view.spent.total === spentPence &&
    view.promised.total === promisedPence &&
    view.setAside.total === setAsidePence &&
    view.free.total === freePence;
  if (!agrees) throw new Error('The parts of the purse do not add up to its figures.');
  return {
    ...view,
    total: pence(spentPence + promisedPence + setAsidePence + freePence),
    bank: of('bank'),
    themes: byTheme(view.spent),
    awards: money.awards.map((award) => ({ ...award, madeOn: dayInWords(award.madeOn), pence: pence(award.amountPence) })),
    head: money.head,
  };
}

function partOf(accounts: readonly Account[]): MoneyPart {
  const lines = accounts
    .filter((account) => account.balancePence !== 0)
    .map((account) => ({
      id: account.id,
      name: account.name,
      projectSlug: account.projectSlug,
      theme: account.projectSlug === null ? null : account.theme,
      ringFenced: account.purpose === 'ring_fence',
      pence: pence(account.balancePence),
    }));
  return { lines, total: sumPence(lines.map((line) => line.pence)) };
}

/** Sums of a part's lines by their theme, most first; a line without one stands for itself. None for a single theme. */
export function byTheme(part: MoneyPart): readonly ThemeSum[] {
  const names = [...new Set(part.lines.map((line) => line.theme ?? line.name))];
  const sums = names.map((theme) => ({
    theme,
    pence: sumPence(part.lines.filter((line) => (line.theme ?? line.name) === theme).map((line) => line.pence)),
  }));
  return sums.length < 2 ? [] : sums.toSorted((a, b) => b.pence - a.pence);
}
