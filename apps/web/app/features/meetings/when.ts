import { dayInWords, Temporal, timeInWords, ukZone } from '@pursestrings/basics/time';

/** When a meeting begins, as in 'Tuesday 1 December 2026, 7pm'. */
export function meetingInWords(startsAt: string): string {
  const at = Temporal.Instant.from(startsAt).toZonedDateTimeISO(ukZone);
  return `${dayInWords(at.toPlainDate())}, ${timeInWords(at.toPlainTime())}`;
}
