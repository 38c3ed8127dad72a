import { projectStates, readProject, tellOfProject } from '@pursestrings/contracts/projects';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextArea } from '@pursestrings/ui/text-area';
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
import type { Route } from './+types/tell.route.ts';
import { projectsMessages } from './projects.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { project, may } = await read({ request, context }, readProject, { params: { place: params.place, project: params.project } });
  if (!may.includes('tell')) throw data(null, { status: 403 });
  return { project, formId: newFormId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = projectsMessages.en;
  const form = await readForm(request, tellOfProject.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const inProject = { place: params.place, project: params.project };
  const answer = await call({ request, context }, tellOfProject, { params: inProject, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/projects/${params.project}`, 303);
}

/** How a project goes on: what happened, how it stands, what comes next. */
export default function Tell({ loaderData: { project, formId }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(projectsMessages);
  const form = formState(actionData);
  const title = messages.tellTitle(project.title);
  const states = projectStates.map((state) => ({ value: state, label: messages.states[state] }));
  return (
    <div className="narrow">
      <PageHead title={title} description={messages.tellAbout} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/projects/${params.project}`} words={messages.backToProject} />
      <ErrorSummary errors={form.errors} />
      <h1>{title}</h1>
      <p>{messages.tellAbout}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <TextArea name="words" label={messages.words} rows={4} value={form.value('words')} error={form.error('words')} maxLength={1_000} />
        <SelectField
          name="state"
          label={messages.state}
          options={states}
          value={form.value('state', project.state)}
          error={form.error('state')}
        />
        <TextField
          name="nextStep"
          label={messages.nextStep}
          optional
          value={form.value('nextStep', project.nextStep ?? '')}
          error={form.error('nextStep')}
          maxLength={200}
        />
        <DateField
          name="nextBy"
          label={messages.nextBy}
          optional
          value={form.day('nextBy', project.nextBy ?? '')}
          error={form.error('nextBy')}
        />
        <TextArea
          name="learnt"
          label={messages.learntLabel}
          hint={messages.learntHint}
          optional
          rows={3}
          value={form.value('learnt', project.learnt ?? '')}
          error={form.error('learnt')}
          maxLength={1_000}
        />
        <ButtonRow>
          <Button>{messages.tellGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
