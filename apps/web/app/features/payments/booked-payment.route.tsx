import { readPayment } from '@pursestrings/contracts/payments';
import { ButtonRow, LinkButton } from '@pursestrings/ui/button';
import { Notice } from '@pursestrings/ui/notice';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data } from 'react-router';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/booked-payment.route.ts';
import { paymentView } from './payment-facts.ts';
import { BookedSummary, PaymentSummary } from './payment-summary.tsx';
import { paymentsMessages, type StepName } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const view = paymentView(await read({ request, context }, readPayment, { params: { place: params.place, payment: params.payment } }));
  if (view.books === null) throw data(null, { status: 403 });
  const { searchParams } = new URL(request.url);
  return { payment: view.payment, books: view.books, done: searchParams.get('done'), look: searchParams.getAll('look') };
}

/** A payment for those who keep the books: how it stands, and what they may do. */
export default function BookedPayment({ loaderData: { payment, books, done, look }, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const address = `/${params.place}/books/payments/${payment.number}`;
  const title = messages.payment(payment.number);
  const doneWords = done === 'asked' ? messages.asked : messages.steps[done as StepName]?.done;
  const warnings = look
    .map((warning) => messages.warnings[warning as keyof typeof messages.warnings])
    .filter((words) => words !== undefined);
  return (
    <div className="narrow">
      <PageHead title={title} description={messages.states[payment.state]} />
      <BackLink href={`/${params.place}/books`} words={messages.backToBooks} />
      {doneWords === undefined ? null : (
        <Notice kind="done">
          <p>{doneWords}</p>
        </Notice>
      )}
      <h1>
        {title}: {messages.states[payment.state]}
      </h1>
      {warnings.length === 0 ? null : (
        <Notice kind="warn" title={messages.lookTwice}>
          <ul>
            {warnings.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      <PaymentSummary payment={payment} place={params.place} />
      <BookedSummary books={books} />
      <h2>{messages.whatNow}</h2>
      {books.may.length === 0 ? (
        <p>{messages.nothingNow}</p>
      ) : (
        <ButtonRow>
          {books.may.map((step, index) => (
            <LinkButton key={step} href={`${address}/${step}`} kind={index === 0 ? 'main' : 'plain'}>
              {messages.steps[step].title}
            </LinkButton>
          ))}
        </ButtonRow>
      )}
    </div>
  );
}
