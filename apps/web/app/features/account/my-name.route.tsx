import { readMyProfile, saveMyName } from '@pursestrings/contracts/people';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/my-name.route.ts';
import { accountMessages } from './account.messages.ts';

/** Somebody signed in who does not belong here yet is shown how to join. */
export async function loader({ request, context, params: { place } }: Route.LoaderArgs) {
  const { signedIn, roles } = context.get(sessionContext);
  if (signedIn && !roles.includes('resident')) throw redirect(`/${place}/join`);
  const profile = await read({ request, context }, readMyProfile, { params: { place } });
  const { searchParams } = new URL(request.url);
  const lookAfter = {
    people: roles.some((role) => ['member', 'helper', 'worker'].includes(role)),
    roles: roles.includes('chair'),
  };
  return { ...profile, lookAfter, formId: newFormId(), isSaved: searchParams.has('saved'), hasJoined: searchParams.has('joined') };
}

export async function action({ request, context, params: { place } }: Route.ActionArgs) {
  const words = accountMessages.en;
  const form = await readForm(request, saveMyName.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, saveMyName, { params: { place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${place}/me?saved`, 303);
}

export default function MyName({ loaderData, actionData, params: { place } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(accountMessages).name;
  const form = formState(actionData);
  const placeName = usePlace()?.name ?? '';
  const done = loaderData.hasJoined ? messages.joined(placeName) : loaderData.isSaved ? messages.saved : null;
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {done === null || form.hasErrors ? null : (
        <Notice kind="done">
          <p>{done}</p>
        </Notice>
      )}
      <h1>{messages.title}</h1>
      {loaderData.isVerifiedResident ? (
        <p>{messages.verified}</p>
      ) : (
        <p>
          {messages.notVerified} {messages.howToVerify} <a href={`/${place}/join`}>{messages.givePostcode}</a>
        </p>
      )}
      <PostForm formId={loaderData.formId} action={`/${place}/me`}>
        <TextField
          name="name"
          label={messages.label}
          hint={messages.hint}
          value={form.value('name', loaderData.name)}
          error={form.error('name')}
          autoComplete="given-name"
        />
        <ButtonRow>
          <Button>{messages.save}</Button>
          <a href="/me/account">{messages.account}</a>
        </ButtonRow>
      </PostForm>
      <LookAfter place={place} lookAfter={loaderData.lookAfter} />
    </div>
  );
}

/** Pages for those who look after people here. */
function LookAfter({
  place,
  lookAfter,
}: {
  readonly place: string;
  readonly lookAfter: Route.ComponentProps['loaderData']['lookAfter'];
}): ReactElement | null {
  const messages = useMessages(accountMessages).name;
  if (!lookAfter.people && !lookAfter.roles) return null;
  return (
    <>
      <h2 className="gap">{messages.lookAfter}</h2>
      <ul>
        {lookAfter.people ? (
          <li>
            <a href={`/${place}/people`}>{messages.people}</a>
          </li>
        ) : null}
        {lookAfter.roles ? (
          <li>
            <a href={`/${place}/roles`}>{messages.roles}</a>
          </li>
        ) : null}
      </ul>
    </>
  );
}
