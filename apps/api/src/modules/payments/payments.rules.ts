import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { PaymentState } from '@pursestrings/contracts/payments';

/** What can be done with a payment. */
export type PaymentStep = 'approve' | 'refuse' | 'send' | 'match' | 'publish' | 'refund' | 'correct';

export type StepProblem = { readonly code: 'not-at-this-step'; readonly state: PaymentState };

/** What may be done in which state; publishing comes once, after matching. */
const steps: Readonly<Record<PaymentState, readonly PaymentStep[]>> = {
  requested: ['approve', 'refuse'],
  checked: ['approve', 'refuse'],
  approved: ['send', 'refuse'],
  sent: ['match', 'refund', 'correct'],
  matched: ['publish', 'refund', 'correct'],
  refused: [],
  returned: [],
  reversed: [],
};

/** Whether a step may be taken now. */
export function checkStep(
  payment: { readonly state: PaymentState; readonly publishedAt: string | null; readonly refundedPence: number },
  step: PaymentStep,
): Result<void, StepProblem> {
  const refusal = problem({ code: 'not-at-this-step', state: payment.state } as const);
  if (!steps[payment.state].includes(step)) return refusal;
  if (step === 'publish' && payment.publishedAt !== null) return refusal;
  // A reversal takes back the whole payment; one that has come back in part already would be taken back twice.
  if (step === 'correct' && payment.refundedPence > 0) return refusal;
  return ok(undefined);
}

/** Who may approve: not the one who asked, not somebody with an interest in the payee, and each once (M5). */
export function checkApprover(
  payment: { readonly requestedBy: string; readonly approvedBy: readonly string[] },
  approver: { readonly personId: string | null; readonly hasInterest: boolean },
): Result<void, { readonly code: 'asked-for-it-yourself' | 'has-an-interest' | 'approved-already' }> {
  if (approver.personId === null || approver.personId === payment.requestedBy) return problem({ code: 'asked-for-it-yourself' });
  if (approver.hasInterest) return problem({ code: 'has-an-interest' });
  if (payment.approvedBy.includes(approver.personId)) return problem({ code: 'approved-already' });
  return ok(undefined);
}

/** Warnings in words, which never block. */
export type PaymentWarning = 'just-under-the-limit' | 'round-sum' | 'invoice-number-again' | 'new-payee';

/** What a careful treasurer would look at twice. Just under is within a twentieth below the limit for a second approval. */
export function warningsFor(payment: {
  readonly amountPence: number;
  readonly limitPence: number;
  readonly invoiceNumberKnown: boolean;
  readonly payeePaidBefore: boolean;
}): PaymentWarning[] {
  const warnings: PaymentWarning[] = [];
  const { amountPence, limitPence } = payment;
  if (amountPence <= limitPence && amountPence * 20 > limitPence * 19) warnings.push('just-under-the-limit');
  if (amountPence >= 100_00 && amountPence % 100_00 === 0) warnings.push('round-sum');
  if (payment.invoiceNumberKnown) warnings.push('invoice-number-again');
  if (!payment.payeePaidBefore) warnings.push('new-payee');
  return warnings;
}

/** Whether words meant for everyone contain a name of the payee, part by part; short parts ('Jo', 'of') do not count. */
export function namesThePayee(words: string, payeeName: string): boolean {
  const plain = ` ${plainWords(words).join(' ')} `;
  return plainWords(payeeName).some((part) => part.length > 2 && plain.includes(` ${part} `));
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
