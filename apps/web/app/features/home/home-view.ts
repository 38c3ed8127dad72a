import { type Pence, pence } from '@pursestrings/basics/money';
import { dayInWords, deadlineInWords, Temporal, timeInWords, ukZone } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readHome } from '@pursestrings/contracts/home';

type Home = ResponseOf<typeof readHome>;

/** A home with its moments in words, so that no calendar code reaches a browser. */
export interface HomeView extends Omit<Home, 'purse' | 'round' | 'meeting' | 'ideas'> {
  readonly purse: {
    readonly total: Pence;
    readonly spent: Pence;
    readonly promised: Pence;
    readonly aside: Pence;
    readonly free: Pence;
    readonly until: string | null;
  } | null;
  readonly round: (NonNullable<Home['round']> & { readonly opens: string; readonly closes: string }) | null;
  readonly meeting: (NonNullable<Home['meeting']> & { readonly when: string }) | null;
  readonly ideas: { readonly readBy: string | null; readonly answeredBy: string | null };
}

/** A home where nothing is there yet. */
export const emptyHome: Home = {
  purse: null,
  round: null,
  decisions: [],
  decisionCount: 0,
  projects: [],
  meeting: null,
  ideas: { readBy: null, answeredBy: null },
};

/** The home as the page shows it. Days lose their year where the reader cannot mistake it. */
export function homeView(home: Home): HomeView {
  const { purse, round, meeting, ideas } = home;
  return {
    ...home,
    purse:
      purse === null
        ? null
        : {
            total: pence(purse.totalPence),
            spent: pence(purse.spentPence),
            promised: pence(purse.promisedPence),
            aside: pence(purse.setAsidePence),
            free: pence(purse.freePence),
            until: purse.endsOn === null ? null : monthInWords(purse.endsOn),
          },
    round: round === null ? null : { ...round, opens: soonInWords(round.opensAt), closes: soonInWords(round.closesAt) },
    meeting: meeting === null ? null : { ...meeting, when: meetingInWords(meeting.startsAt) },
    ideas: { ...ideas, answeredBy: ideas.answeredBy === null ? null : withoutYear(dayInWords(ideas.answeredBy)) },
  };
}

/** 'March 2033' for any day of it. */
function monthInWords(day: string): string {
  return dayInWords(day).split(' ').slice(2).join(' ');
}

/** 'Friday 11 December at 5pm'. */
function soonInWords(instant: string): string {
  return withoutYear(deadlineInWords(instant));
}

/** 'Tuesday 1 December, 7pm'. */
function meetingInWords(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(ukZone);
  return `${withoutYear(dayInWords(at.toPlainDate()))}, ${timeInWords(at.toPlainTime())}`;
}

function withoutYear(words: string): string {
  return words.replace(/ \d{4}(?= at |$)/, '');
}
