import { publishBy } from './publication-clock.rules.ts';

test.each([
  ['2026-06-09', '2026-06-16'],
  ['2026-06-12', '2026-06-19'],
  ['2026-06-13', '2026-06-19'],
])('a decision of %s is published by %s', (day, by) => {
  expect(publishBy(day)).toBe(by);
});
