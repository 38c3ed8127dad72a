import { readPayment } from '@pursestrings/contracts/payments';
import { Notice } from '@pursestrings/ui/notice';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/payment.route.ts';
import { paymentView } from './payment-facts.ts';
import { PaymentSummary } from './payment-summary.tsx';
import { paymentsMessages } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return paymentView(await read({ request, context }, readPayment, { params: { place: params.place, payment: params.payment } })).payment;
}

/** A payment in public: the end of the way that a pound takes. */
export default function PublicPayment({ loaderData: payment, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const title = messages.publicTitle(payment.payee, payment.amount);
  return (
    <div className="narrow">
      <PageHead title={title} description={messages.publicDescription(payment.purpose, payment.project.title)} />
      <BackLink href={`/${params.place}/money`} words={messages.allMoney} />
      <h1>{title}</h1>
      {payment.correctionNote === null ? null : (
        <Notice kind="warn" title={messages.reversedNotice}>
          <p>{payment.correctionNote}</p>
        </Notice>
      )}
      <PaymentSummary payment={payment} place={params.place} />
    </div>
  );
}
