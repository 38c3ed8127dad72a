import { addRecipient, readSpendingChoices, recipientKinds } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
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
import type { Route } from './+types/recipient.route.ts';
import { paymentsMessages } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  await read({ request, context }, readSpendingChoices, { params: { place: params.place } });
  return { formId: newFormId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = paymentsMessages.en;
  const form = await readForm(request, addRecipient.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, addRecipient, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/books`, 303);
}

/** Somebody who may be paid, once a decision says so. */
export default function Recipient({ loaderData: { formId }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.recipientTitle} description={messages.recipientAbout} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/books`} words={messages.backToBooks} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.recipientTitle}</h1>
      <p>{messages.recipientAbout}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <TextField
          name="name"
          label={messages.recipientName}
          hint={messages.recipientNameHint}
          value={form.value('name')}
          error={form.error('name')}
          maxLength={120}
        />
        <Radios
          name="kind"
          label={messages.recipientKind}
          options={recipientKinds.map((kind) => ({ value: kind, label: messages.kinds[kind] }))}
          value={form.value('kind')}
          error={form.error('kind')}
        />
        <TextField
          name="registrationNumber"
          label={messages.registration}
          optional
          width={20}
          value={form.value('registrationNumber')}
          error={form.error('registrationNumber')}
        />
        <ButtonRow>
          <Button>{messages.recipientGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
