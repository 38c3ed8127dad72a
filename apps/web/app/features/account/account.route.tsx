import { dayInWords } from '@pursestrings/basics/time';
import { endAllMySessions, endMySession, readMyAccount } from '@pursestrings/contracts/people';
import { Button, ButtonRow, LinkButton } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { SummaryList } from '@pursestrings/ui/summary-list';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/account.route.ts';
import { accountMessages } from './account.messages.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const account = await read({ request, context }, readMyAccount, {});
  const sessions = account.sessions.map(({ startedAt, seenAt, ...session }) => ({
    ...session,
    formId: newFormId(),
    startedOn: dayInWords(startedAt.slice(0, 10)),
    seenOn: dayInWords(seenAt.slice(0, 10)),
  }));
  const maySetUp = context.get(sessionContext).roles.includes('platform_admin');
  return { ...account, sessions, maySetUp, formId: newFormId() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = accountMessages.en;
  const session = (await readTyped(request)).get('session');
  if (typeof session === 'string') {
    const form = await readForm(request, endMySession.body);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call({ request, context }, endMySession, { params: { session }, body: form.value });
    if (!answer.ok) return await apiRefused(request, answer.problem, words);
    throw redirect('/me/account', 303);
  }
  const form = await readForm(request, endAllMySessions.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, endAllMySessions, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect('/sign-out', 303);
}

type Account = Route.ComponentProps['loaderData'];

export default function MyAccount({ loaderData: account, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(accountMessages).me;
  const form = formState(actionData);
  return (
    <>
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      {account.secondFactorWanted ? (
        <Notice kind="warn">
          <p>{messages.wanted}</p>
          <p>
            <a href={account.hasSecondFactor ? '/sign-in/second-factor?next=/me/account' : '/me/second-factor'}>{messages.giveIt}</a>
          </p>
        </Notice>
      ) : null}
      <MyPlaces places={account.places} />
      {account.maySetUp ? (
        <p>
          <a href="/set-up">{messages.setUp}</a>
        </p>
      ) : null}
      <h2 className="gap">{messages.howYouSignIn}</h2>
      <SummaryList
        rows={[
          { question: messages.email, answer: account.email ?? messages.noEmail },
          {
            question: messages.password,
            answer: account.hasPassword ? messages.hasPassword : messages.noPassword,
            changeHref: '/me/password',
          },
          {
            question: messages.secondFactor,
            answer: account.hasSecondFactor ? messages.hasSecondFactor : messages.noSecondFactor,
            changeHref: account.hasSecondFactor ? undefined : '/me/second-factor',
          },
        ]}
      />
      <MySessions sessions={account.sessions} formId={account.formId} />
    </>
  );
}

function MyPlaces({ places }: { readonly places: Account['places'] }): ReactElement {
  const messages = useMessages(accountMessages).me;
  return (
    <>
      <h2>{messages.places}</h2>
      {places.length === 0 ? (
        <p>
          {messages.nowhere} <a href="/">{messages.join}</a>
        </p>
      ) : (
        <ul>
          {places.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/${slug}`}>{name}</a> · <a href={`/${slug}/me`}>{messages.nameIn(name)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MySessions({ sessions, formId }: { readonly sessions: Account['sessions']; readonly formId: string }): ReactElement {
  const messages = useMessages(accountMessages).me;
  return (
    <>
      <h2 className="gap">{messages.whereSignedIn}</h2>
      <p>{messages.aboutSessions}</p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <strong>{session.isThisOne ? messages.thisOne : messages.anotherOne}</strong>
            <br />
            {messages.since(session.startedOn)}, {messages.seen(session.seenOn)}
            {session.isThisOne ? null : (
              <PostForm formId={session.formId}>
                <input type="hidden" name="session" value={session.id} />
                <ButtonRow>
                  <Button kind="plain">{messages.end}</Button>
                </ButtonRow>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      <PostForm formId={formId}>
        <ButtonRow>
          <LinkButton href="/sign-out" kind="plain">
            {messages.signOutHere}
          </LinkButton>
          <Button kind="plain">{messages.endAll}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}
