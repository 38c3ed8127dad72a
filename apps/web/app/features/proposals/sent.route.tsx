import { dayInWords } from '@pursestrings/basics/time';
import { readMyProposal } from '@pursestrings/contracts/proposals';
import { ConfirmPanel } from '@pursestrings/ui/confirm-panel';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/sent.route.ts';
import { proposeMessages } from './propose.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { proposal } = await read({ request, context }, readMyProposal, { params: { place: params.place, id: params.id } });
  if (proposal.state !== 'submitted') throw redirect(`/${params.place}/my-proposals/${params.id}/check`);
  return { id: proposal.id, title: proposal.answers.title, by: proposal.lookedAtBy === null ? null : dayInWords(proposal.lookedAtBy) };
}

export default function Sent({ loaderData: { id, title, by } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(proposeMessages).sent;
  const address = `/${usePlace()?.slug ?? ''}`;
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} />
      <ConfirmPanel title={messages.title}>
        <p>{title}</p>
      </ConfirmPanel>
      <h2>{messages.next}</h2>
      <ol>
        <li>{messages.looks(by)}</li>
        <li>{messages.publishes}</li>
        <li>{messages.talks}</li>
      </ol>
      <p>
        {messages.hear} {messages.find}
      </p>
      <p>
        <a className="more" href={`${address}/my-proposals/${id}/check`}>
          {messages.seeAnswers}
        </a>
        <br />
        <a className="more" href={`${address}/proposals/new`}>
          {messages.another}
        </a>
      </p>
    </div>
  );
}
