import { SummaryList, type SummaryRow } from '@pursestrings/ui/summary-list';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import type { PaymentView } from './payment-facts.ts';
import { paymentsMessages } from './payments.messages.ts';

/** What everyone may know of a payment: who, what for, and the way back to the decision, its votes, and the books. */
export function PaymentSummary({ payment, place }: { readonly payment: PaymentView['payment']; readonly place: string }): ReactElement {
  const { facts } = useMessages(paymentsMessages);
  const { decision, project } = payment;
  const rows: (SummaryRow | null)[] = [
    { question: facts.payee, answer: payment.payee },
    { question: facts.sum, answer: payment.amount },
    { question: facts.whatFor, answer: payment.purpose },
    payment.paidOn === null ? null : { question: facts.paidOn, answer: payment.paidOn },
    { question: facts.project, answer: <a href={`/${place}/projects/${project.slug}`}>{project.title}</a> },
    {
      question: facts.decision,
      answer: (
        <>
          <a href={`/${place}/decisions/${decision.slug}`}>{decision.title}</a>, {payment.decidedOn}:{' '}
          {facts.votes(decision.votesFor, decision.votesAgainst, decision.abstained)}
        </>
      ),
    },
    { question: facts.agreed, answer: String(payment.approvals) },
    payment.entrySeq === null
      ? null
      : { question: facts.entry, answer: <a href={`/${place}/money/entries/${payment.entrySeq}`}>{facts.entryWords(payment.entrySeq)}</a> },
    ...payment.refunds.map((refund) => ({
      question: facts.back,
      answer: <a href={`/${place}/money/entries/${refund.seq}`}>{refund.words}</a>,
    })),
    payment.correctionNote === null ? null : { question: facts.corrected, answer: payment.correctionNote },
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}

/** What only those who keep the books may know. */
export function BookedSummary({ books }: { readonly books: NonNullable<PaymentView['books']> }): ReactElement {
  const { facts } = useMessages(paymentsMessages);
  const rows: (SummaryRow | null)[] = [
    { question: facts.inBooks, answer: `${books.payeeName}: ${books.purpose}` },
    { question: facts.asker, answer: books.requestedBy },
    { question: facts.agreedBy, answer: books.approvedBy.length === 0 ? facts.nobodyYet : books.approvedBy.join(', ') },
    { question: facts.needed, answer: `${books.approvalsNeeded} (${facts.limit(books.limit)})` },
    books.invoiceNumber === null ? null : { question: facts.bill, answer: books.invoiceNumber },
    books.statementDay === null ? null : { question: facts.statement, answer: `${books.statementDay}: ${books.statementLine}` },
    books.refusedReason === null ? null : { question: facts.refused, answer: books.refusedReason },
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}
