import { beginSecondFactor, confirmSecondFactor, readMyAccount } from '@pursestrings/contracts/people';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { type Asking, call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormReply, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { nextPage } from '../../session/next-page.ts';
import type { Route } from './+types/my-second-factor.route.ts';
import { accountMessages } from './account.messages.ts';

/** What is typed into the app: the secret as text, and as the link that opens it. */
interface Begun {
  readonly secret: string;
  readonly link: string;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { hasSecondFactor } = await read({ request, context }, readMyAccount, {});
  return { hasSecondFactor, formId: newFormId() };
}

/** The first button makes the secret; the second form, with the app's first code, turns it on. Making it again gives the same. */
export async function action({ request, context }: Route.ActionArgs) {
  const words = accountMessages.en;
  const asking = { request, context };
  if (!(await readTyped(request)).has('code')) {
    const begun = await begin(asking);
    return begun ?? (await apiRefused(request, { code: 'has-second-factor' }, words));
  }
  const form = await readForm(request, confirmSecondFactor.body, words.fields);
  if (!form.ok) return withSecret(formRefused(form.problem).data, await begin(asking));
  const answer = await call(asking, confirmSecondFactor, { body: form.value });
  if (!answer.ok) return withSecret((await apiRefused(request, answer.problem, words)).data, await begin(asking));
  throw redirect(nextPage(request) ?? '/me', 303);
}

async function begin(asking: Asking): Promise<Begun | null> {
  const answer = await call(asking, beginSecondFactor, { body: { formId: newFormId() } });
  return answer.ok ? answer.value : null;
}

function withSecret(reply: FormReply, begun: Begun | null): FormReply & Partial<Begun> {
  return { ...reply, ...begun };
}

export default function MySecondFactor({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(accountMessages).secondFactor;
  const reply = actionData !== undefined && 'mistakes' in actionData ? actionData : undefined;
  const begun = actionData !== undefined && 'secret' in actionData && actionData.secret !== undefined ? (actionData as Begun) : null;
  const form = formState(reply);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      {messages.about.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {loaderData.hasSecondFactor ? <p>{messages.has}</p> : null}
      {begun === null && !loaderData.hasSecondFactor ? (
        <PostForm formId={loaderData.formId}>
          <ButtonRow>
            <Button>{messages.begin}</Button>
          </ButtonRow>
        </PostForm>
      ) : null}
      {begun === null ? null : <FirstCode begun={begun} formId={loaderData.formId} error={form.error('code')} />}
    </div>
  );
}

function FirstCode({
  begun,
  formId,
  error,
}: {
  readonly begun: Begun;
  readonly formId: string;
  readonly error: string | undefined;
}): ReactElement {
  const messages = useMessages(accountMessages).secondFactor;
  return (
    <>
      <p>
        <a href={begun.link}>{messages.open}</a>
      </p>
      <p>
        {messages.orType} <br />
        <strong className="code">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</strong>
      </p>
      <PostForm formId={formId}>
        <TextField
          name="code"
          label={messages.label}
          hint={messages.hint}
          error={error}
          width={10}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
        />
        <ButtonRow>
          <Button>{messages.confirm}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}
