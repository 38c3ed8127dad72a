import { readPayment } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Tick } from '@pursestrings/ui/choice-fields';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { type FormState, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/payment-step.route.ts';
import { paymentView } from './payment-facts.ts';
import { needsSecondFactor, stepNamed, takeStep } from './payment-steps.ts';
import { PaymentSummary } from './payment-summary.tsx';
import { paymentsMessages, type StepName } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const step = stepNamed(params.step);
  const view = paymentView(await read({ request, context }, readPayment, { params: { place: params.place, payment: params.payment } }));
  if (view.books === null) throw data(null, { status: 403 });
  const asksWho = needsSecondFactor(step) && !context.get(sessionContext).secondFactorFresh;
  return { formId: newFormId(), step, payment: view.payment, purpose: view.books.purpose, asksWho };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const step = stepNamed(params.step);
  const refused = await takeStep({ request, context }, step, { place: params.place, payment: params.payment });
  if (refused !== null) return refused;
  throw redirect(`/${params.place}/books/payments/${params.payment}?done=${step}`, 303);
}

/** One step of a payment, on a page of its own. */
export default function PaymentStep({ loaderData, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const { formId, step, payment, asksWho } = loaderData;
  const words = messages.steps[step];
  const form = formState(actionData);
  const address = `/${params.place}/books/payments/${payment.number}`;
  return (
    <div className="narrow">
      <PageHead title={words.title} description={words.about} hasErrors={form.hasErrors} />
      <BackLink href={address} words={messages.backToPayment} />
      <ErrorSummary errors={form.errors} />
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      {asksWho ? (
        <p>
          <a href={`/sign-in/second-factor?next=${encodeURIComponent(`${address}/${step}`)}`}>{messages.secondFactor}</a>
        </p>
      ) : null}
      <PaymentSummary payment={payment} place={params.place} />
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <StepFields step={step} form={form} purpose={loaderData.purpose} />
        <ButtonRow>
          <Button kind={step === 'refuse' || step === 'correct' ? 'stop' : 'main'}>{words.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}

function StepFields({
  step,
  form,
  purpose,
}: {
  readonly step: StepName;
  readonly form: FormState;
  readonly purpose: string;
}): ReactElement | null {
  const messages = useMessages(paymentsMessages);
  const day = (name: string, label: string) => <DateField name={name} label={label} value={form.day(name)} error={form.error(name)} />;
  const line = (name: string, label: string, more: { readonly hint?: string; readonly before?: string } = {}) => (
    <TextField name={name} label={label} hint={more.hint} value={form.value(name, more.before)} error={form.error(name)} />
  );
  const why = line('reason', messages.reason, { hint: messages.reasonHint });
  switch (step) {
    case 'approve':
      return null;
    case 'refuse':
      return line('reason', messages.reason);
    case 'send':
      return day('sentOn', messages.sentOn);
    case 'match':
      return (
        <>
          {day('statementDate', messages.statementDate)}
          {line('statementLine', messages.statementLine, { hint: messages.statementHint })}
        </>
      );
    case 'publish':
      return (
        <>
          {line('publicPurpose', messages.publicPurpose, { before: purpose })}
          <Tick name="namesNobody" label={messages.namesNobody} error={form.error('namesNobody')} />
        </>
      );
    case 'refund':
      return (
        <>
          <MoneyField name="amountPence" label={messages.cameBack} value={form.value('amountPence')} error={form.error('amountPence')} />
          {day('happenedOn', messages.happenedOn)}
          {why}
        </>
      );
    case 'correct':
      return (
        <>
          {day('happenedOn', messages.happenedOn)}
          {why}
        </>
      );
  }
}
