import { readBooks, recordDrawdown } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
import { SelectField } from '@pursestrings/ui/select-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/drawdown.route.ts';
import { paymentsMessages } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { awards } = await read({ request, context }, readBooks, { params: { place: params.place } });
  return { formId: newFormId(), awards: awards.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = paymentsMessages.en;
  const form = await readForm(request, recordDrawdown.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, recordDrawdown, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/books`, 303);
}

/** Money from the funder that has reached the bank. */
export default function Drawdown({ loaderData: { formId, awards }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.drawdownTitle} description={messages.drawdownAbout} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/books`} words={messages.backToBooks} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.drawdownTitle}</h1>
      <p>{messages.drawdownAbout}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <SelectField
          name="awardId"
          label={messages.whichFund}
          options={awards}
          value={form.value('awardId')}
          error={form.error('awardId')}
        />
        <MoneyField name="amountPence" label={messages.amount} value={form.value('amountPence')} error={form.error('amountPence')} />
        <DateField name="receivedOn" label={messages.receivedOn} value={form.day('receivedOn')} error={form.error('receivedOn')} />
        <ButtonRow>
          <Button>{messages.drawdownGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
