import { correctDecision, readDecision } from '@pursestrings/contracts/decisions';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextArea } from '@pursestrings/ui/text-area';
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
import type { Route } from './+types/correct.route.ts';
import { decisionsMessages } from './decisions.messages.ts';
import { WordsFields } from './words-fields.tsx';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const at = { place: params.place, decision: params.decision };
  const { decision } = await read({ request, context }, readDecision, { params: at });
  return { decision, formId: newFormId(), back: `/${params.place}/decisions/${params.decision}` };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = decisionsMessages.en;
  const form = await readForm(request, correctDecision.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, correctDecision, {
    params: { place: params.place, decision: params.decision },
    body: form.value,
  });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/decisions/${answer.value.slug}`, 303);
}

export default function Correct({ loaderData: { decision, formId, back }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(decisionsMessages).correct;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={back} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <WordsFields form={form} before={decision} />
        <TextArea
          name="correctionNote"
          label={messages.note}
          hint={messages.noteHint}
          value={form.value('correctionNote')}
          error={form.error('correctionNote')}
          rows={2}
          maxLength={500}
        />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
