import { pence } from '@pursestrings/basics/money';
import type { ResultProject, RoundResult } from '@pursestrings/contracts/results';
import { DataTable } from '@pursestrings/ui/data-table';
import { Details } from '@pursestrings/ui/details';
import { Money } from '@pursestrings/ui/money';
import { ResultBar } from '@pursestrings/ui/result-bar';
import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import { resultMessages } from './result.messages.ts';
import { inOrder, percentLeft } from './result-view.ts';

/** Every project with its votes, what came of it, and how close it was. */
export function Projects({ result, place }: { readonly result: RoundResult; readonly place: string }): ReactElement {
  const messages = useMessages(resultMessages);
  return (
    <section className="gap">
      <DataTable
        caption={messages.allProjects(result.projects.length)}
        rows={inOrder(result.projects)}
        rowKey={({ code }) => code}
        columns={[
          {
            heading: messages.project,
            cell: ({ title, proposalSlug }) =>
              proposalSlug === null ? title : <a href={`/${place}/proposals/${proposalSlug}`}>{title}</a>,
          },
          { heading: messages.cost, numeric: true, cell: ({ costPence }) => <Money pence={pence(costPence)} /> },
          { heading: messages.votes, numeric: true, cell: ({ votes }) => votes.toLocaleString('en-GB') },
          {
            heading: messages.outcome,
            cell: ({ chosen }) => <Tag kind={chosen ? 'yes' : 'no'}>{chosen ? messages.yes : messages.notThisTime}</Tag>,
          },
          { heading: messages.howClose, wide: true, cell: (project) => <HowClose project={project} /> },
        ]}
      />
    </section>
  );
}

function HowClose({ project }: { readonly project: ResultProject }): ReactElement {
  const messages = useMessages(resultMessages);
  if (project.chosen) {
    return (
      <ResultBar percent={100} reached>
        {project.effectiveVotes === null ? messages.chosenAnyway : messages.paidFor}
      </ResultBar>
    );
  }
  const percent = percentLeft(project);
  return (
    <ResultBar percent={percent ?? 0} reached={false}>
      {project.votes === 0 ? messages.noSupport : percent === null ? messages.notByThis : messages.stillHad(percent)}
    </ResultBar>
  );
}

/** Two sentences for each project, one tap away. */
export function WhyEach({ result }: { readonly result: RoundResult }): ReactElement {
  const messages = useMessages(resultMessages);
  return (
    <section className="gap">
      <h2>{messages.whyEach}</h2>
      {inOrder(result.projects).map(({ code, title, question, sentences }) => (
        <Details key={code} summary={question === '' ? title : question}>
          <p>{sentences.join(' ')}</p>
        </Details>
      ))}
    </section>
  );
}
