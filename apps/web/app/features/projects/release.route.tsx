import { readProject, releasePromise } from '@pursestrings/contracts/projects';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
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
import type { Route } from './+types/release.route.ts';
import { projectView } from './project-view.ts';
import { projectsMessages } from './projects.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = await read({ request, context }, readProject, { params: { place: params.place, project: params.project } });
  if (!page.may.includes('release')) throw data(null, { status: 403 });
  return { title: page.project.title, left: projectView(page).left, formId: newFormId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = projectsMessages.en;
  const form = await readForm(request, releasePromise.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const inProject = { place: params.place, project: params.project };
  const answer = await call({ request, context }, releasePromise, { params: inProject, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/projects/${params.project}`, 303);
}

/** Gives back what was promised and is not needed. */
export default function Release({ loaderData: { title, left, formId }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(projectsMessages);
  const form = formState(actionData);
  const heading = messages.releaseTitle(title);
  return (
    <div className="narrow">
      <PageHead title={heading} description={messages.releaseAbout(left)} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/projects/${params.project}`} words={messages.backToProject} />
      <ErrorSummary errors={form.errors} />
      <h1>{heading}</h1>
      <p>{messages.releaseAbout(left)}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <DateField name="happenedOn" label={messages.happenedOn} value={form.day('happenedOn')} error={form.error('happenedOn')} />
        <TextField name="reason" label={messages.reason} value={form.value('reason')} error={form.error('reason')} maxLength={300} />
        <ButtonRow>
          <Button kind="stop">{messages.releaseGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
