import { Button, ButtonRow } from '@pursestrings/ui/button';
import type { ReactElement } from 'react';
import { isRouteErrorResponse } from 'react-router';
import type { KeptForm } from '../api/call.ts';
import { useMessages } from '../messages/catalogue.ts';
import { errorMessages } from '../messages/errors.messages.ts';
import { useRootData } from '../session/root-data.ts';
import { PageHead } from './page-head.tsx';
import { usePlace } from './place.ts';

/** The page for whatever a loader, an action or a component threw, in plain words, without its details. */
export function ErrorPage({ error }: { readonly error: unknown }): ReactElement {
  const messages = useMessages(errorMessages);
  const home = usePlace()?.slug ?? '';
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (isRouteErrorResponse(error) && status === 401 && isKeptForm(error.data)) return <SendAgain form={error.data} />;
  const said = messages[pageFor(status)];
  return (
    <div className="narrow">
      <PageHead title={said.title} />
      <h1>{said.title}</h1>
      {said.words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <a className="more" href={`/${home}`}>
          {messages.goHome}
        </a>
      </p>
    </div>
  );
}

function pageFor(status: number): 'notFound' | 'notAllowed' | 'tooMany' | 'unavailable' | 'fault' {
  if (status === 404 || status === 410) return 'notFound';
  if (status === 401 || status === 403) return 'notAllowed';
  if (status === 429) return 'tooMany';
  return status === 503 ? 'unavailable' : 'fault';
}

function isKeptForm(value: unknown): value is KeptForm {
  return typeof value === 'object' && value !== null && 'kept' in value && 'action' in value;
}

/** Signed out while typing: everything is in this page, to be sent again once signed in, however long that takes. */
function SendAgain({ form }: { readonly form: KeptForm }): ReactElement {
  const messages = useMessages(errorMessages).signedOut;
  const csrfToken = useRootData()?.session.csrfToken;
  return (
    <div className="narrow">
      <PageHead title={messages.title} />
      <h1>{messages.title}</h1>
      {messages.words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ol>
        <li>
          <a className="more" href="/sign-in" target="_blank" rel="noopener">
            {messages.first}
          </a>
        </li>
        <li>{messages.comeBack}</li>
      </ol>
      <form method="post" action={form.action}>
        {csrfToken === undefined || csrfToken === null ? null : <input type="hidden" name="csrfToken" value={csrfToken} />}
        {form.kept.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and names may come several times
          <input key={`${index}:${name}`} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button>{messages.again}</Button>
        </ButtonRow>
      </form>
    </div>
  );
}
