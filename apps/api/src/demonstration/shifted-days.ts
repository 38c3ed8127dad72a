import { Temporal } from '@pursestrings/basics/time';

/** The day on which the demonstration's story is told: all its days are moved by what lies between this and the first start. */
const storyDay = Temporal.PlainDate.from('2026-11-22');

/** Moves the story's days so that its today is `today`: the open vote then always closes 19 days ahead. */
export class ShiftedDays {
  private readonly days: number;

  constructor(readonly today: Temporal.PlainDate) {
    this.days = storyDay.until(today, { largestUnit: 'days' }).days;
  }

  /** A day of the story, as an ISO day of this installation. */
  day(story: string): string {
    return Temporal.PlainDate.from(story).add({ days: this.days }).toString();
  }

  /** A UK wall-clock time of the story ('17:00') as an instant in ISO text. */
  at(story: string, time: string): string {
    return Temporal.PlainDateTime.from(`${this.day(story)}T${time}`)
      .toZonedDateTime('Europe/London')
      .toInstant()
      .toString();
  }
}
