import { type Pence, pence } from '@pursestrings/basics/money';
import { dayInWords, Temporal, ukDay } from '@pursestrings/basics/time';
import type { readDecision } from '@pursestrings/contracts/decisions';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';

type One = ResponseOf<typeof readDecision>;

/** A decision with its days in words, so that no calendar code reaches a browser. */
export interface DecisionView extends Omit<One, 'council' | 'versions' | 'project'> {
  readonly day: string;
  readonly amount: Pence | null;
  readonly meetingDay: string;
  readonly council: readonly {
    readonly id: string;
    readonly words: string;
    readonly asked: string;
    readonly due: string;
    readonly answered: string | null;
    readonly answer: string | null;
  }[];
  /** The version that stands, when this is not it. */
  readonly newest: { readonly slug: string } | null;
  readonly corrected: { readonly day: string; readonly note: string } | null;
  readonly earlier: readonly { readonly slug: string; readonly day: string }[];
  readonly project: {
    readonly slug: string;
    readonly title: string;
    readonly promised: Pence;
    readonly paid: Pence;
    readonly payments: number;
  } | null;
}

const instantDay = (instant: string): string => dayInWords(ukDay(Temporal.Instant.from(instant)));

/** The decision as its page shows it. */
export function decisionView(one: One): DecisionView {
  const { decision, versions, project } = one;
  const at = versions.findIndex((version) => version.slug === decision.slug);
  const last = versions.at(-1);
  return {
    ...one,
    day: dayInWords(decision.decidedOn),
    amount: decision.amountPence === null ? null : pence(decision.amountPence),
    meetingDay: instantDay(one.meeting.startsAt),
    council: one.council.map((question) => ({
      id: question.id,
      words: question.words,
      asked: dayInWords(question.askedOn),
      due: dayInWords(question.dueOn),
      answered: question.answeredAt === null ? null : instantDay(question.answeredAt),
      answer: question.answer,
    })),
    newest: last === undefined || last.slug === decision.slug ? null : { slug: last.slug },
    corrected: decision.correctionNote === null ? null : { day: instantDay(decision.publishedAt), note: decision.correctionNote },
    earlier: versions.slice(0, at).map((version) => ({ slug: version.slug, day: instantDay(version.publishedAt) })),
    project:
      project === null
        ? null
        : {
            slug: project.slug,
            title: project.title,
            promised: pence(project.promisedPence),
            paid: pence(project.paidPence),
            payments: project.payments,
          },
  };
}
