import { signInByPassword } from '@pursestrings/contracts/sign-in';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { afterSigningIn, nextPage, passingOn } from '../../session/next-page.ts';
import type { Route } from './+types/password.route.ts';
import { signInMessages } from './sign-in.messages.ts';

export function loader({ request }: Route.LoaderArgs) {
  return { formId: newFormId(), next: nextPage(request) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = signInMessages.en;
  const form = await readForm(request, signInByPassword.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, signInByPassword, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(afterSigningIn(answer.value, nextPage(request)), 303);
}

export default function Password({ loaderData: { formId, next }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(signInMessages).password;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <PostForm formId={formId}>
        <TextField
          name="email"
          type="email"
          label={messages.email}
          value={form.value('email')}
          error={form.error('email')}
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
        />
        <TextField
          name="password"
          type="password"
          label={messages.password}
          error={form.error('password')}
          autoComplete="current-password"
        />
        <ButtonRow>
          <Button>{messages.go}</Button>
          <a href={passingOn('/sign-in', next)}>{messages.forgotten}</a>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
