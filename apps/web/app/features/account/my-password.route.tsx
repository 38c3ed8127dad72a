import { readMyAccount, setMyPassword } from '@pursestrings/contracts/people';
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
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/my-password.route.ts';
import { accountMessages } from './account.messages.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { hasPassword, email } = await read({ request, context }, readMyAccount, {});
  return { hasPassword, email, formId: newFormId(), isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = accountMessages.en;
  const form = await readForm(request, setMyPassword.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, setMyPassword, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect('/me/password?saved', 303);
}

export default function MyPassword({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(accountMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.password.title} description={messages.password.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {loaderData.isSaved && !form.hasErrors ? (
        <Notice kind="done">
          <p>{messages.password.saved}</p>
        </Notice>
      ) : null}
      <h1>{messages.password.title}</h1>
      <p>{messages.password.about}</p>
      <PostForm formId={loaderData.formId} action="/me/password">
        {/* Tells programs that keep passwords whose this is. */}
        <input type="hidden" name="username" autoComplete="username" value={loaderData.email ?? ''} />
        {loaderData.hasPassword ? (
          <TextField
            name="current"
            type="password"
            label={messages.password.current}
            error={form.error('current')}
            autoComplete="current-password"
          />
        ) : null}
        <TextField
          name="password"
          type="password"
          label={messages.password.next}
          hint={messages.password.hint}
          error={form.error('password')}
          autoComplete="new-password"
        />
        <ButtonRow>
          <Button>{messages.password.save}</Button>
          <a href="/me/account">{messages.me.title}</a>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
