import { dayInWords, Temporal, ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listCouncilQuestions } from '@pursestrings/contracts/liaison';

type Question = ResponseOf<typeof listCouncilQuestions>['questions'][number];

/** A question with its days in words. */
export interface QuestionView extends Omit<Question, 'askedOn' | 'dueOn' | 'answeredAt'> {
  readonly asked: string;
  readonly due: string;
  readonly answered: string | null;
}

/** The question as pages show it. */
export function questionView({ askedOn, dueOn, answeredAt, ...rest }: Question): QuestionView {
  return {
    ...rest,
    asked: dayInWords(askedOn),
    due: dayInWords(dueOn),
    answered: answeredAt === null ? null : dayInWords(ukDay(Temporal.Instant.from(answeredAt))),
  };
}
