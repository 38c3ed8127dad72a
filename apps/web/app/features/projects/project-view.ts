import { exactPounds, pence, plainPounds } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readProject } from '@pursestrings/contracts/projects';

type Page = ResponseOf<typeof readProject>;

/** A project with its days and sums in words. Only loaders call it: the library for days stays on the server. */
export function projectView(page: Page) {
  const { project } = page;
  return {
    project: { ...project, agreedOn: dayInWords(project.agreedOn), nextDay: project.nextBy === null ? null : dayInWords(project.nextBy) },
    gaveBack: project.releasedPence === 0 ? null : plainPounds(pence(project.releasedPence)),
    left: plainPounds(pence(project.promisedPence)),
    decisions: page.decisions.map((decision) => ({
      ...decision,
      day: dayInWords(decision.decidedOn),
      sum: plainPounds(pence(decision.amountPence)),
    })),
    updates: page.updates.map((update, index) => ({ key: `${index}:${update.onDay}`, words: update.words, day: dayInWords(update.onDay) })),
    payments: page.payments.map((payment) => ({
      ...payment,
      day: dayInWords(payment.paidOn),
      sum: exactPounds(pence(payment.amountPence - payment.refundedPence)),
    })),
    accounts: page.accounts,
    may: page.may,
  };
}

export type ProjectView = ReturnType<typeof projectView>;
