import { pence } from '@pursestrings/basics/money';
import { byTheme, moneyView } from './money-view.ts';

const account = (kind: 'spent' | 'unallocated', balancePence: number, theme: string | null, name = 'Benches') => ({
  id: '01a20e64-fc87-7ff2-a996-736058a87af3',
  kind,
  name,
  awardName: 'The Long Purse',
  projectSlug: kind === 'spent' ? 'benches' : null,
  theme,
  nature: null,
  purpose: null,
  balancePence,
});
const purse = { awardedPence: 100, spentPence: 60, promisedPence: 0, setAsidePence: 0, freePence: 40, returnedPence: 0 };
const money = {
  purse,
  awards: [],
  accounts: [account('spent', 60, 'Streets'), account('unallocated', 40, null)],
  head: { seq: 1, hash: '' },
};

test('M10: a page whose parts do not add up to its figures is not shown', () => {
  expect(moneyView(money)).toMatchObject({ total: 100, spent: { total: 60 }, free: { total: 40 } });
  expect(() => moneyView({ ...money, purse: { ...purse, spentPence: 61 } })).toThrow('do not add up');
});

test('what was spent adds up theme by theme, most first, and one theme is no picture', () => {
  const line = (theme: string | null, sum: number, name = 'Benches') => ({
    id: name,
    name,
    projectSlug: null,
    theme,
    ringFenced: false,
    pence: pence(sum),
  });
  const part = { lines: [line('Streets', 1), line('Young people', 5), line('Streets', 3), line(null, 2, 'Roof')], total: pence(11) };
  expect(byTheme(part)).toEqual([
    { theme: 'Young people', pence: 5 },
    { theme: 'Streets', pence: 4 },
    { theme: 'Roof', pence: 2 },
  ]);
  expect(byTheme({ lines: [line('Streets', 1)], total: pence(1) })).toEqual([]);
});
