import { checkDays, isOver, overlap } from './roles.rules.ts';

test('a role that nobody would hold for a day is refused', () => {
  expect(checkDays({ startsOn: '2026-12-01', endsOn: '2026-12-02' }).ok).toBe(true);
  expect(checkDays({ startsOn: '2026-12-01', endsOn: '2026-12-01' }).ok).toBe(false);
  expect(checkDays({ startsOn: '2026-12-01', endsOn: null }).ok).toBe(true);
});

test('H1: days are half-open: the last day named is the first without the role', () => {
  expect(isOver({ startsOn: '2026-01-01', endsOn: '2026-12-01' }, '2026-11-30')).toBe(false);
  expect(isOver({ startsOn: '2026-01-01', endsOn: '2026-12-01' }, '2026-12-01')).toBe(true);
  expect(overlap({ startsOn: '2026-01-01', endsOn: '2026-02-01' }, { startsOn: '2026-02-01', endsOn: null })).toBe(false);
  expect(overlap({ startsOn: '2026-01-01', endsOn: null }, { startsOn: '2025-02-01', endsOn: '2026-01-02' })).toBe(true);
});
