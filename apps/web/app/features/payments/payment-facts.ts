import { exactPounds, pence, plainPounds } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readPayment } from '@pursestrings/contracts/payments';

type PaymentPage = ResponseOf<typeof readPayment>;

/** A payment with its sums and days in words, ready to be shown. */
export interface PaymentView {
  readonly payment: Omit<PaymentPage['payment'], 'refunds' | 'amountPence'> & {
    readonly amount: string;
    readonly paidOn: string | null;
    readonly decidedOn: string;
    readonly refunds: readonly { readonly seq: number; readonly words: string }[];
  };
  readonly books: (NonNullable<PaymentPage['books']> & { readonly limit: string; readonly statementDay: string | null }) | null;
}

/** Puts a payment's sums and days into words. Only loaders call it: the library for days stays on the server. */
export function paymentView({ payment, books }: PaymentPage): PaymentView {
  const { refunds, amountPence, ...rest } = payment;
  const inWords = (refund: (typeof refunds)[number]) =>
    [exactPounds(pence(refund.amountPence)), dayInWords(refund.happenedOn), refund.reason].filter((part) => part !== null).join(', ');
  return {
    payment: {
      ...rest,
      amount: plainPounds(pence(amountPence)),
      paidOn: payment.sentOn === null ? null : dayInWords(payment.sentOn),
      decidedOn: dayInWords(payment.decision.decidedOn),
      refunds: refunds.map((refund) => ({ seq: refund.seq, words: inWords(refund) })),
    },
    books:
      books === null
        ? null
        : {
            ...books,
            limit: exactPounds(pence(books.limitPence)),
            statementDay: books.statementDate === null ? null : dayInWords(books.statementDate),
          },
  };
}
