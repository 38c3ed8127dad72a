import { dayInWords } from '@pursestrings/basics/time';
import { readHome } from '@pursestrings/contracts/home';
import { LinkButton } from '@pursestrings/ui/button';
import { ConfirmPanel } from '@pursestrings/ui/confirm-panel';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/thanks.route.ts';
import { ideasMessages } from './ideas.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ideas } = await read({ request, context }, readHome, { params: { place: params.place } });
  return {
    readBy: ideas.readBy,
    by: ideas.answeredBy === null ? null : dayInWords(ideas.answeredBy),
    isKnown: context.get(sessionContext).roles.includes('resident'),
  };
}

export default function Thanks({ loaderData: { readBy, by, isKnown } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(ideasMessages).thanks;
  const address = `/${usePlace()?.slug ?? ''}`;
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} />
      <ConfirmPanel title={messages.title} />
      <h2>{messages.next}</h2>
      <ol>
        <li>{messages.read(readBy, by)}</li>
        <li>{messages.together}</li>
        <li>{isKnown ? messages.withName : messages.noAddress}</li>
      </ol>
      <p>{messages.further}</p>
      <p>
        <LinkButton href={`${address}/proposals/new`} kind="plain">
          {messages.propose}
        </LinkButton>
      </p>
      <p>
        <a className="more" href={`${address}/ideas`}>
          {messages.another}
        </a>
        <br />
        <a className="more" href={address}>
          {messages.home}
        </a>
      </p>
    </div>
  );
}
