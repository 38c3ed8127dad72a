import { pence } from '@pursestrings/basics/money';
import { listProjects } from '@pursestrings/contracts/projects';
import { DataTable } from '@pursestrings/ui/data-table';
import { Money } from '@pursestrings/ui/money';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/projects.route.ts';
import { ProjectTag } from './project-tag.tsx';
import { projectsMessages } from './projects.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { projects } = await read({ request, context }, listProjects, { params: { place: params.place } });
  const isOver = (state: string) => state === 'closed' || state === 'cancelled';
  return { goingOn: projects.filter(({ state }) => !isOver(state)), over: projects.filter(({ state }) => isOver(state)) };
}

type Brief = Route.ComponentProps['loaderData']['goingOn'][number];

export default function Projects({ loaderData: { goingOn, over }, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(projectsMessages);
  const name = usePlace()?.name ?? '';
  return (
    <>
      <PageHead title={messages.listTitle} description={messages.listDescription(name)} />
      <h1>{messages.listTitle}</h1>
      <p className="lead">{messages.listDescription(name)}</p>
      {goingOn.length + over.length === 0 ? <p>{messages.none}</p> : null}
      {goingOn.length === 0 ? null : <ProjectTable caption={messages.goingOn} projects={goingOn} place={params.place} />}
      {over.length === 0 ? null : <ProjectTable caption={messages.over} projects={over} place={params.place} />}
    </>
  );
}

function ProjectTable(props: { readonly caption: string; readonly projects: readonly Brief[]; readonly place: string }): ReactElement {
  const messages = useMessages(projectsMessages);
  return (
    <section className="gap">
      <DataTable
        caption={props.caption}
        rows={props.projects}
        rowKey={(project) => project.slug}
        columns={[
          { heading: messages.project, cell: (project) => <a href={`/${props.place}/projects/${project.slug}`}>{project.title}</a> },
          { heading: messages.standing, cell: (project) => <ProjectTag state={project.state} isLate={project.isLate} /> },
          { heading: messages.promised, numeric: true, cell: (project) => <Money pence={pence(project.promisedPence)} form="exact" /> },
          { heading: messages.spent, numeric: true, cell: (project) => <Money pence={pence(project.spentPence)} form="exact" /> },
        ]}
      />
    </section>
  );
}
