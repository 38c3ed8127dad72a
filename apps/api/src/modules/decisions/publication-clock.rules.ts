import { Temporal } from '@pursestrings/basics/time';

/** Within how many working days a decision is published. */
export const workingDaysToPublish = 5;

/**
 * The last day by which something made on `day` is to be published. Weekends do not count; bank holidays do, so that the day
 * shown is at worst too early.
 */
export function publishBy(day: string, workingDays: number = workingDaysToPublish): string {
  let date = Temporal.PlainDate.from(day);
  for (let left = workingDays; left > 0; ) {
    date = date.add({ days: 1 });
    if (date.dayOfWeek <= 5) left -= 1;
  }
  return date.toString();
}
