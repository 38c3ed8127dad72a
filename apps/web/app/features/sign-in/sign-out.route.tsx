import { signOut } from '@pursestrings/contracts/sign-in';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/sign-out.route.ts';
import { signInMessages } from './sign-in.messages.ts';

export function loader({ context }: Route.LoaderArgs) {
  return { formId: newFormId(), signedIn: context.get(sessionContext).signedIn };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request, signOut.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, signOut, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, signInMessages.en);
  throw redirect('/sign-out', 303);
}

export default function SignOut({ loaderData: { formId, signedIn }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(signInMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.out.title} description={messages.out.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {signedIn ? null : <Notice kind="done">{<p>{messages.out.done}</p>}</Notice>}
      <h1>{messages.out.title}</h1>
      {signedIn ? (
        <PostForm formId={formId}>
          <p>{messages.out.about}</p>
          <ButtonRow>
            <Button>{messages.out.go}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        <p>
          <a href="/sign-in">{messages.ask.title}</a>
        </p>
      )}
    </div>
  );
}
