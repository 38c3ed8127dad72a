import { sendIdea } from '@pursestrings/contracts/ideas';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/ideas.route.ts';
import { ideasMessages } from './ideas.messages.ts';

export function loader() {
  return { formId: newFormId() };
}

/** Takes the form of this page and that of the neighbourhood's home. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const words = ideasMessages.en;
  const form = await readForm(request, sendIdea.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, sendIdea, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/ideas/thanks`, 303);
}

export default function Ideas({ loaderData: { formId }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(ideasMessages).tell;
  const place = usePlace();
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description(place?.name ?? '')} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <PostForm formId={formId}>
        <TextArea
          name="words"
          label={messages.title}
          hint={messages.hint}
          value={form.value('words')}
          error={form.error('words')}
          rows={4}
          asHeading
        />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
