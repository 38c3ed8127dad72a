import { declareInterest, endInterest, interestKinds, readPartnership } from '@pursestrings/contracts/partnership';
import { readSpendingChoices } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextArea } from '@pursestrings/ui/text-area';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/interest.route.ts';
import { partnershipMessages } from './partnership.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asking = { request, context };
  const { interests } = await read(asking, readPartnership, { params: { place: params.place } });
  const seesRecipients = context.get(sessionContext).roles.some((role) => ['member', 'chair', 'treasurer', 'worker'].includes(role));
  const choices = seesRecipients ? await read(asking, readSpendingChoices, { params: { place: params.place } }) : null;
  return {
    formId: newFormId(),
    back: `/${params.place}/partnership`,
    mine: interests
      .filter((interest) => interest.isMine && interest.endsOn === null)
      .map((interest) => ({ ...interest, formId: newFormId() })),
    recipients: (choices?.recipients ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = partnershipMessages.en;
  const ends = (await readTyped(request)).get('interest');
  if (typeof ends === 'string') {
    const form = await readForm(request, endInterest.body);
    if (!form.ok) return formRefused(form.problem);
    const ended = await call({ request, context }, endInterest, { params: { place: params.place, interest: ends }, body: form.value });
    if (!ended.ok) return await apiRefused(request, ended.problem, words);
    throw redirect(`/${params.place}/partnership`, 303);
  }
  const form = await readForm(request, declareInterest.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, declareInterest, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/partnership`, 303);
}

export default function Interest({ loaderData: { formId, back, mine, recipients }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(partnershipMessages).interest;
  const kinds = useMessages(governanceMessages).interest;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={back} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <Radios
          name="kind"
          label={messages.kind}
          options={interestKinds.map((value) => ({ value, label: kinds[value] }))}
          value={form.value('kind')}
          error={form.error('kind')}
        />
        <TextArea
          name="about"
          label={messages.what}
          hint={messages.whatHint}
          value={form.value('about')}
          error={form.error('about')}
          rows={2}
          maxLength={500}
        />
        {recipients.length === 0 ? null : (
          <SelectField
            name="recipientId"
            label={messages.recipient}
            options={[{ value: '', label: messages.nobody }, ...recipients]}
            value={form.value('recipientId')}
          />
        )}
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
      {mine.length === 0 ? null : <h2>{messages.mine}</h2>}
      {mine.map((interest) => (
        <PostForm key={interest.id} formId={interest.formId}>
          <input type="hidden" name="interest" value={interest.id} />
          <p>{interest.about}</p>
          <Button kind="plain">{messages.end}</Button>
        </PostForm>
      ))}
    </div>
  );
}
