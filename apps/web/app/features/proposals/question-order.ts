import type { ProposalQuestion } from '@pursestrings/contracts/proposals';

/** The questions in their order. Said again here, since the contracts would bring their schemas into the browser; a test compares. */
export const questionOrder: readonly ProposalQuestion[] = ['title', 'what', 'why', 'who', 'where', 'cost'];

/** Questions whose answer may stay open. */
const open: readonly ProposalQuestion[] = ['where', 'cost'];

/** Whether going on needs an answer. */
export function isNeeded(question: ProposalQuestion): boolean {
  return !open.includes(question);
}

/** The question that an address names, or null for none. */
export function questionNamed(text: string | undefined): ProposalQuestion | null {
  return questionOrder.find((question) => question === text) ?? null;
}

/** The page after a question within a proposal's own pages: the next question, or the answers to check. */
export function pageAfter(question: ProposalQuestion, fromCheck: boolean): ProposalQuestion | 'check' {
  return fromCheck ? 'check' : (questionOrder[questionOrder.indexOf(question) + 1] ?? 'check');
}

/** The page before a question; null before the first. */
export function pageBefore(question: ProposalQuestion, fromCheck: boolean): ProposalQuestion | 'check' | null {
  return fromCheck ? 'check' : (questionOrder[questionOrder.indexOf(question) - 1] ?? null);
}
