import { dayInWords } from '@pursestrings/basics/time';
import { listWaitingPeople, vouchForNewPerson, vouchForPerson } from '@pursestrings/contracts/joining';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Tick } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/people.route.ts';
import { joiningMessages } from './joining.messages.ts';

export async function loader({ request, context, params: { place } }: Route.LoaderArgs) {
  const { people } = await read({ request, context }, listWaitingPeople, { params: { place } });
  const waiting = people.map(({ id, name, joinedAt }) => ({ id, name, joinedOn: dayInWords(joinedAt.slice(0, 10)), formId: newFormId() }));
  return { waiting, formId: newFormId(), done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context, params: { place } }: Route.ActionArgs) {
  const words = joiningMessages.en;
  const person = (await readTyped(request)).get('person');
  if (typeof person === 'string') {
    const form = await readForm(request, vouchForPerson.body);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call({ request, context }, vouchForPerson, { params: { place, person }, body: form.value });
    if (!answer.ok) return await apiRefused(request, answer.problem, words);
    throw redirect(`/${place}/people?done=vouched`, 303);
  }
  const form = await readForm(request, vouchForNewPerson.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, vouchForNewPerson, { params: { place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${place}/people?done=added`, 303);
}

/** For members, helpers and the worker: those who wait to be known, and a way to put somebody on the list. */
export default function People({ loaderData, actionData, params: { place } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(joiningMessages).people;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {loaderData.done === null || form.hasErrors ? null : (
        <Notice kind="done">
          <p>{loaderData.done === 'added' ? messages.added : messages.vouched}</p>
        </Notice>
      )}
      <h1>{messages.title}</h1>
      {loaderData.waiting.length === 0 ? <p className="hush">{messages.nobody}</p> : <p>{messages.about}</p>}
      <ul>
        {loaderData.waiting.map((person) => (
          <li key={person.id}>
            <PostForm formId={person.formId} action={`/${place}/people`}>
              <input type="hidden" name="person" value={person.id} />
              <strong>{person.name}</strong>, {messages.joined(person.joinedOn)}
              <ButtonRow>
                <Button kind="plain">{messages.vouch(person.name)}</Button>
              </ButtonRow>
            </PostForm>
          </li>
        ))}
      </ul>
      <AddPerson form={form} formId={loaderData.formId} action={`/${place}/people`} />
    </div>
  );
}

function AddPerson({
  form,
  formId,
  action: address,
}: {
  readonly form: FormState;
  readonly formId: string;
  readonly action: string;
}): ReactElement {
  const messages = useMessages(joiningMessages).people;
  return (
    <>
      <h2 className="gap">{messages.add}</h2>
      <p>{messages.addAbout}</p>
      <PostForm formId={formId} action={address}>
        <TextField name="name" label={messages.name} hint={messages.nameHint} value={form.value('name')} error={form.error('name')} />
        <TextField
          name="bornYear"
          label={messages.bornYear}
          value={form.value('bornYear')}
          error={form.error('bornYear')}
          width={4}
          inputMode="numeric"
          optional
        />
        <TextField
          name="email"
          type="email"
          label={messages.email}
          hint={messages.emailHint}
          value={form.value('email')}
          error={form.error('email')}
          inputMode="email"
          spellCheck={false}
          optional
        />
        <Tick
          name="isThirteenOrOlder"
          label={messages.isThirteenOrOlder}
          checked={form.value('isThirteenOrOlder') !== undefined}
          error={form.error('isThirteenOrOlder')}
        />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}
