import { signInByLink } from '@pursestrings/contracts/sign-in';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { afterSigningIn, nextPage } from '../../session/next-page.ts';
import type { Route } from './+types/link.route.ts';
import { signInMessages } from './sign-in.messages.ts';

/** Looking at the page changes nothing: programs that follow links in mail would use the letter up. */
export function loader({ params }: Route.LoaderArgs) {
  return { formId: newFormId(), link: params.link };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = signInMessages.en;
  const form = await readForm(request, signInByLink.body, { link: words.refusals['letter-not-usable'] });
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, signInByLink, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(afterSigningIn(answer.value, nextPage(request)), 303);
}

export default function Link({ loaderData: { formId, link }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(signInMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.link.title} description={messages.link.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.link.title}</h1>
      {form.hasErrors ? (
        <p>
          <a href="/sign-in">{messages.code.again}</a>
        </p>
      ) : (
        <PostForm formId={formId}>
          <p>{messages.link.about}</p>
          <input type="hidden" name="link" value={link} />
          <ButtonRow>
            <Button>{messages.link.go}</Button>
          </ButtonRow>
          <p>{messages.link.notYou}</p>
        </PostForm>
      )}
    </div>
  );
}
