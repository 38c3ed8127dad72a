import { planMeeting } from '@pursestrings/contracts/meetings';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/plan.route.ts';
import { meetingsMessages } from './meetings.messages.ts';

export function loader({ params }: Route.LoaderArgs) {
  return { formId: newFormId(), back: `/${params.place}/meetings` };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = meetingsMessages.en;
  const form = await readForm(request, planMeeting.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, planMeeting, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/meetings/${answer.value.slug}/run`, 303);
}

export default function Plan({ loaderData: { formId, back }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(meetingsMessages).plan;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={back} />
      <h1>{messages.title}</h1>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <TextField
          name="title"
          label={messages.name}
          hint={messages.nameHint}
          value={form.value('title')}
          error={form.error('title')}
          maxLength={120}
        />
        <DateField name="day" label={messages.day} value={form.day('day')} error={form.error('day')} />
        <TextField
          name="time"
          label={messages.time}
          hint={messages.timeHint}
          value={form.value('time')}
          error={form.error('time')}
          width={4}
        />
        <TextField
          name="placeWords"
          label={messages.where}
          hint={messages.whereHint}
          value={form.value('placeWords')}
          error={form.error('placeWords')}
          maxLength={200}
        />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
