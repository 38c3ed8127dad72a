import { exactPounds, headlinePounds, type Pence, plainPounds } from '@pursestrings/basics/money';
import type { ReactElement } from 'react';

export type MoneyForm = 'headline' | 'exact' | 'plain';

const writers: Record<MoneyForm, (amount: Pence) => string> = {
  headline: headlinePounds,
  exact: exactPounds,
  plain: plainPounds,
};

/** A sum as text: `headline` in whole pounds rounded down, `exact` with pence, `plain` with pence only where there are any. */
export function moneyInWords(amount: Pence, form: MoneyForm = 'plain'): string {
  return writers[form](amount);
}

/** A sum that never breaks across lines and lines up in columns. `form` as for `moneyInWords`. */
export function Money({ pence, form = 'plain' }: { readonly pence: Pence; readonly form?: MoneyForm }): ReactElement {
  return <span className="num">{moneyInWords(pence, form)}</span>;
}
