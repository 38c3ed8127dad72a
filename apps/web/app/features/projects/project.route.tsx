import { pence } from '@pursestrings/basics/money';
import { followThing } from '@pursestrings/contracts/following';
import { readProject } from '@pursestrings/contracts/projects';
import { Button, ButtonRow, LinkButton } from '@pursestrings/ui/button';
import { PurseBar } from '@pursestrings/ui/purse-bar';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect, useRouteLoaderData } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { loader as rootLoader } from '../../root.tsx';
import type { Route } from './+types/project.route.ts';
import { HowItWasDecided, Money, News, WhatWasPaid } from './project-parts.tsx';
import { ProjectTag } from './project-tag.tsx';
import { type ProjectView, projectView } from './project-view.ts';
import { projectsMessages } from './projects.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = await read({ request, context }, readProject, { params: { place: params.place, project: params.project } });
  return { view: projectView(page), formId: newFormId() };
}

/** Following, and no longer. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request, followThing.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, followThing, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, projectsMessages.en);
  throw redirect(`/${params.place}/projects/${params.project}`, 303);
}

export default function ProjectPage({ loaderData: { view, formId }, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(projectsMessages);
  const { project } = view;
  const address = `/${params.place}/projects/${project.slug}`;
  return (
    <div className="narrow">
      <PageHead title={project.title} description={messages.description(project.title)} />
      <BackLink href={`/${params.place}/projects`} words={messages.back} />
      <h1>{project.title}</h1>
      <p>
        <ProjectTag state={project.state} isLate={project.isLate} />
      </p>
      {project.summary === '' ? null : <p className="lead">{project.summary}</p>}
      <Next view={view} />
      {project.promisedPence + project.spentPence > 0 ? (
        <PurseBar
          thin
          parts={[
            { kind: 'spent', pence: pence(project.spentPence), words: messages.spentWords },
            { kind: 'promised', pence: pence(project.promisedPence), words: messages.leftWords },
          ]}
        />
      ) : null}
      <Money view={view} place={params.place} />
      <ButtonRow>
        {view.may.includes('tell') ? <LinkButton href={`${address}/tell`}>{messages.tell}</LinkButton> : null}
        {view.may.includes('release') ? (
          <LinkButton href={`${address}/release`} kind="plain">
            {messages.release}
          </LinkButton>
        ) : null}
      </ButtonRow>
      <Follow view={view} formId={formId} />
      <News view={view} />
      <HowItWasDecided view={view} place={params.place} />
      <WhatWasPaid view={view} place={params.place} />
      <SummaryList
        rows={[
          { question: messages.whoGetsIt, answer: project.payee },
          { question: messages.kind, answer: messages.natures[project.nature] },
          { question: messages.agreedOn, answer: project.agreedOn },
          ...(project.proposalSlug === null
            ? []
            : [
                {
                  question: messages.theProposal,
                  answer: <a href={`/${params.place}/proposals/${project.proposalSlug}`}>{messages.readIt}</a>,
                },
              ]),
        ]}
      />
    </div>
  );
}

function Next({ view: { project } }: { readonly view: ProjectView }): ReactElement | null {
  const messages = useMessages(projectsMessages);
  if (project.nextStep === null) return null;
  if (project.isLate && project.nextDay !== null) return <p>{messages.lateWords(project.nextStep, project.nextDay)}</p>;
  return <p>{messages.next(project.nextStep, project.nextDay)}</p>;
}

/** Only for who is signed in; to others the page says enough without it. */
function Follow({ view: { project }, formId }: { readonly view: ProjectView; readonly formId: string }): ReactElement | null {
  const messages = useMessages(projectsMessages);
  const session = useRouteLoaderData<typeof rootLoader>('root')?.session;
  if (session?.signedIn !== true || session.roles.length === 0) return null;
  return (
    <PostForm formId={formId}>
      <input type="hidden" name="kind" value="project" />
      <input type="hidden" name="id" value={project.id} />
      {project.followed ? <p className="small hush">{messages.following}</p> : <input type="hidden" name="follow" value="yes" />}
      <ButtonRow>
        <Button kind="plain">{project.followed ? messages.followNoLonger : messages.follow}</Button>
      </ButtonRow>
    </PostForm>
  );
}
