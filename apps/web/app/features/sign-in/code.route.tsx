import { signInByCode } from '@pursestrings/contracts/sign-in';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Details } from '@pursestrings/ui/details';
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
import type { Route } from './+types/code.route.ts';
import { signInMessages } from './sign-in.messages.ts';

/** How long a letter works, as its page says. */
const letterMinutes = 10;

export function loader({ request }: Route.LoaderArgs) {
  const letter = new URL(request.url).searchParams.get('letter');
  if (letter === null) throw redirect('/sign-in');
  return { formId: newFormId(), letter, next: nextPage(request) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = signInMessages.en;
  const form = await readForm(request, signInByCode.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, signInByCode, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(afterSigningIn(answer.value, nextPage(request)), 303);
}

export default function Code({ loaderData: { formId, letter, next }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(signInMessages).code;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <p>{messages.about(letterMinutes)}</p>
      <PostForm formId={formId}>
        <input type="hidden" name="letter" value={letter} />
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
        </ButtonRow>
      </PostForm>
      <Details summary={messages.nothingCame}>
        <ul>
          {messages.nothingCameWords.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>
          <a href={passingOn('/sign-in', next)}>{messages.again}</a>
        </p>
      </Details>
    </div>
  );
}
