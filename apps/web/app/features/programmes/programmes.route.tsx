import { pence, plainPounds } from '@pursestrings/basics/money';
import { listProgrammes } from '@pursestrings/contracts/programmes';
import { LinkButton } from '@pursestrings/ui/button';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/programmes.route.ts';
import { programmesMessages } from './programmes.messages.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  return await read({ request, context }, listProgrammes, {});
}

export default function Programmes({ loaderData: { programmes, maySetUp } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(programmesMessages);
  return (
    <div className="narrow">
      <PageHead title={messages.listTitle} description={messages.listDescription} />
      <h1>{messages.listTitle}</h1>
      <p className="lead">{messages.listDescription}</p>
      {programmes.length === 0 ? <p>{messages.noFunds}</p> : null}
      <ul>
        {programmes.map((programme) => (
          <li key={programme.slug}>
            <a href={`/programmes/${programme.slug}`}>{programme.name}</a>:{' '}
            {messages.shared(plainPounds(pence(programme.totalPence)), programme.funder)}
            {programme.publishedAt === null ? ` (${messages.draft})` : null}
          </li>
        ))}
      </ul>
      {maySetUp ? (
        <LinkButton href="/programmes/new" kind="plain">
          {messages.setUp}
        </LinkButton>
      ) : null}
    </div>
  );
}
