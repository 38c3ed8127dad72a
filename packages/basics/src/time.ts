import { Temporal } from 'temporal-polyfill';
import { ok, problem, type Result } from './result.ts';

export { Temporal };

/** Deadlines and days are those of the United Kingdom. */
export const ukZone = 'Europe/London';

/** Tells the time. Injected, so that tests can set it; nothing else in the program asks the machine. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

export type DeadlineProblem = { readonly code: 'hour-skipped' } | { readonly code: 'hour-repeated' } | { readonly code: 'not-a-time' };

/**
 * A day ('2026-12-11') and a UK wall-clock time ('17:00') as an instant.
 * Refuses an hour that the clock change skips or repeats: there, two readers could mean two moments.
 */
export function ukDeadline(day: string, time: string): Result<Temporal.Instant, DeadlineProblem> {
  let wall: Temporal.PlainDateTime;
  try {
    wall = Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' });
  } catch {
    return problem({ code: 'not-a-time' });
  }
  const early = wall.toZonedDateTime(ukZone, { disambiguation: 'earlier' });
  const late = wall.toZonedDateTime(ukZone, { disambiguation: 'later' });
  if (early.epochNanoseconds === late.epochNanoseconds) return ok(early.toInstant());
  return problem({ code: early.toPlainDateTime().equals(wall) ? 'hour-repeated' : 'hour-skipped' });
}

/** The day it is in the United Kingdom at `instant`. */
export function ukDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ukZone).toPlainDate();
}

/** A day in words, as in 'Friday 4 December 2026'. Takes ISO text or a `PlainDate`. */
export function dayInWords(day: string | Temporal.PlainDate): string {
  const date = Temporal.PlainDate.from(day);
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** A day without weekday and year, as in '4 December'. */
export function shortDayInWords(day: string | Temporal.PlainDate): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${months[date.month - 1]}`;
}

/** An instant as a UK deadline in words, as in 'Friday 11 December 2026 at 5pm'. Takes ISO text or an `Instant`. */
export function deadlineInWords(instant: string | Temporal.Instant): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(ukZone);
  return `${dayInWords(at.toPlainDate())} at ${timeInWords(at.toPlainTime())}`;
}

/** A time of day in words, as in '5pm', '10.30am', 'noon' or 'midnight'. */
export function timeInWords(time: Temporal.PlainTime): string {
  if (time.hour === 12 && time.minute === 0) return 'noon';
  if (time.hour === 0 && time.minute === 0) return 'midnight';
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const minute = time.minute === 0 ? '' : `.${String(time.minute).padStart(2, '0')}`;
  return `${hour}${minute}${time.hour < 12 ? 'am' : 'pm'}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
