import { exactPounds, pence } from '@pursestrings/basics/money';
import { readBooks, requestPayment } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/ask-payment.route.ts';
import { paymentsMessages } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { commitments } = await read({ request, context }, readBooks, { params: { place: params.place } });
  const commitment = commitments.find(({ id }) => id === params.commitment);
  if (!commitment) throw data(null, { status: 404 });
  return { formId: newFormId(), commitment };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = paymentsMessages.en;
  const form = await readForm(request, requestPayment.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, requestPayment, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  const { number, warnings } = answer.value;
  throw redirect(`/${params.place}/books/payments/${number}?done=asked${warnings.map((warning) => `&look=${warning}`).join('')}`, 303);
}

export default function AskPayment({ loaderData: { formId, commitment }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const form = formState(actionData);
  const title = messages.askTitle(commitment.projectTitle);
  const isBatch = commitment.payeeKind === 'household' || commitment.payeeKind === 'wages';
  return (
    <div className="narrow">
      <PageHead title={title} description={messages.askDescription} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/books`} words={messages.backToBooks} />
      <ErrorSummary errors={form.errors} />
      <h1>{title}</h1>
      <p>
        {commitment.payeeName}. {messages.leftOf(exactPounds(pence(commitment.leftPence)))} {messages.askDescription}
      </p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <input type="hidden" name="commitmentId" value={commitment.id} />
        <MoneyField name="amountPence" label={messages.amount} value={form.value('amountPence')} error={form.error('amountPence')} />
        <TextField name="purpose" label={messages.purpose} value={form.value('purpose')} error={form.error('purpose')} maxLength={300} />
        <TextField
          name="invoiceNumber"
          label={messages.invoice}
          optional
          width={20}
          value={form.value('invoiceNumber')}
          error={form.error('invoiceNumber')}
        />
        {isBatch ? (
          <TextField
            name="peopleCount"
            label={messages.people}
            hint={messages.peopleHint}
            width={4}
            inputMode="numeric"
            value={form.value('peopleCount')}
            error={form.error('peopleCount')}
          />
        ) : null}
        <ButtonRow>
          <Button>{messages.askGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
