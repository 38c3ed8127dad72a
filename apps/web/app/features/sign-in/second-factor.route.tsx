import { giveSecondFactor } from '@pursestrings/contracts/people';
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
import { nextPage, passingOn } from '../../session/next-page.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/second-factor.route.ts';
import { signInMessages } from './sign-in.messages.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const next = nextPage(request) ?? '/me';
  if (!context.get(sessionContext).signedIn) throw redirect(passingOn('/sign-in', next));
  return { formId: newFormId(), next };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = signInMessages.en;
  const form = await readForm(request, giveSecondFactor.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, giveSecondFactor, { body: form.value });
  if (!answer.ok && answer.problem.code === 'no-second-factor') throw redirect(passingOn('/me/second-factor', nextPage(request)), 303);
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(nextPage(request) ?? '/me', 303);
}

export default function SecondFactor({ loaderData: { formId, next }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(signInMessages).secondFactor;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <PostForm formId={formId}>
        <TextField
          name="code"
          label={messages.label}
          hint={messages.hint}
          error={form.error('code')}
          width={10}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
        />
        <ButtonRow>
          <Button>{messages.go}</Button>
          <a href={next}>{messages.later}</a>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
