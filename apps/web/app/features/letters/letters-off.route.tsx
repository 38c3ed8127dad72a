import { readStopLetters, stopLetters } from '@pursestrings/contracts/notices';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
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
import type { Route } from './+types/letters-off.route.ts';
import { lettersMessages } from './letters.messages.ts';

/** Looking changes nothing: programs that follow links in mail would stop letters that somebody wants. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { letters } = await read({ request, context }, readStopLetters, { params });
  return { formId: newFormId(), isOn: letters === 'each_step' };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request, stopLetters.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, stopLetters, { params, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: {} });
  throw redirect(`/${params.place}/letters-off/${params.person}/${params.key}`, 303);
}

export default function LettersOff({ loaderData: { formId, isOn }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(lettersMessages).off;
  const name = usePlace()?.name ?? '';
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {isOn ? null : <Notice kind="done" title={messages.isOff(name)} />}
      <h1>{messages.title}</h1>
      {isOn ? <p>{messages.on(name)}</p> : null}
      <PostForm formId={formId}>
        <input type="hidden" name="letters" value={isOn ? 'none' : 'each_step'} />
        <ButtonRow>
          <Button kind={isOn ? 'main' : 'plain'}>{isOn ? messages.stop : messages.again}</Button>
        </ButtonRow>
      </PostForm>
      <p className="gap hush">{messages.still}</p>
    </div>
  );
}
