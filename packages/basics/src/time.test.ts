import { dayInWords, deadlineInWords, Temporal, ukDay, ukDeadline } from './time.ts';

test('an hour that the clock change repeats or skips is refused', () => {
  expect(ukDeadline('2026-10-25', '01:30')).toEqual({ ok: false, problem: { code: 'hour-repeated' } });
  expect(ukDeadline('2027-03-28', '01:30')).toEqual({ ok: false, problem: { code: 'hour-skipped' } });
  expect(ukDeadline('2026-02-30', '10:00')).toEqual({ ok: false, problem: { code: 'not-a-time' } });
});

test('a deadline is a UK wall-clock time', () => {
  const summer = ukDeadline('2026-07-01', '17:00');
  expect(summer.ok && summer.value.toString()).toBe('2026-07-01T16:00:00Z');
  expect(deadlineInWords('2026-12-11T17:00:00Z')).toBe('Friday 11 December 2026 at 5pm');
  expect(deadlineInWords('2026-07-01T11:00:00Z')).toBe('Wednesday 1 July 2026 at noon');
});

test('days are those of the United Kingdom', () => {
  expect(ukDay(Temporal.Instant.from('2026-07-01T23:30:00Z')).toString()).toBe('2026-07-02');
  expect(dayInWords('2026-12-04')).toBe('Friday 4 December 2026');
});
