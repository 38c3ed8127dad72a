import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { reservedSlugs } from '@pursestrings/contracts/places';
import { askForLetter, demonstrationSignIn, listDemonstrationPeople } from '@pursestrings/contracts/sign-in';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Grid, Slip } from '@pursestrings/ui/slip';
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
import { afterSigningIn, nextPage, passingOn } from '../../session/next-page.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/sign-in.route.ts';
import { signInMessages } from './sign-in.messages.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const isDemonstration = context.get(sessionContext).demonstration;
  const { people } = isDemonstration ? await read({ request, context }, listDemonstrationPeople, {}) : { people: [] };
  // A form for each button: each ends in a session of its own.
  const next = nextPage(request);
  return { formId: newFormId(), next, place: placeOf(next), people: people.map((person) => ({ ...person, formId: newFormId() })) };
}

/** The neighbourhood whose page somebody came from; null for a page of the site's own. */
function placeOf(next: string | null): string | null {
  const first = next?.split(/[/?#]/)[1] ?? '';
  return first === '' || reservedSlugs.includes(first) ? null : first;
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = signInMessages.en;
  const next = nextPage(request);
  if ((await readTyped(request)).has('person')) {
    const form = await readForm(request, demonstrationSignIn.body);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call({ request, context }, demonstrationSignIn, { body: form.value });
    if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: words.refusals });
    throw redirect(afterSigningIn(answer.value, next), 303);
  }
  const form = await readForm(request, askForLetter.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, askForLetter, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(passingOn(`/sign-in/code?letter=${answer.value.letter}`, next), 303);
}

export default function SignIn({ loaderData: { formId, next, place, people }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(signInMessages).ask;
  const form = formState(actionData);
  const byLetter = <ByLetter formId={formId} next={next} place={place} form={form} />;
  return (
    <div className={people.length === 0 ? 'narrow' : undefined}>
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      {people.length === 0 ? (
        byLetter
      ) : (
        <Grid two>
          <DemonstrationPeople people={people} />
          <Slip title={messages.byLetter}>{byLetter}</Slip>
        </Grid>
      )}
    </div>
  );
}

interface ByLetterProps {
  readonly formId: string;
  readonly next: string | null;
  readonly place: string | null;
  readonly form: FormState;
}

function ByLetter({ formId, next, place, form }: ByLetterProps): ReactElement {
  const messages = useMessages(signInMessages).ask;
  return (
    <>
      <PostForm formId={formId}>
        <TextField
          name="email"
          type="email"
          label={messages.label}
          hint={messages.hint}
          value={form.value('email')}
          error={form.error('email')}
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
        />
        <ButtonRow>
          <Button>{messages.send}</Button>
          <a href={passingOn('/sign-in/password', next)}>{messages.withPassword}</a>
        </ButtonRow>
      </PostForm>
      <p>{messages.readWithout}</p>
      <p>
        {messages.notJoined}{' '}
        <a href={place === null ? '/' : `/${place}/join`}>{place === null ? messages.chooseNeighbourhood : messages.joinIt}</a>
      </p>
    </>
  );
}

type Person = ResponseOf<typeof listDemonstrationPeople>['people'][number] & { readonly formId: string };

/** One button each, on a demonstration only. */
function DemonstrationPeople({ people }: { readonly people: readonly Person[] }): ReactElement {
  const messages = useMessages(signInMessages).demonstration;
  return (
    <Slip title={messages.title} now>
      <p>{messages.about}</p>
      {people.map(({ person, name, what, placeName, formId }) => (
        <PostForm key={person} formId={formId}>
          <input type="hidden" name="person" value={person} />
          <ButtonRow>
            <Button kind="plain">{messages.be(name)}</Button>
            <span>{messages.where(what, placeName)}</span>
          </ButtonRow>
        </PostForm>
      ))}
    </Slip>
  );
}
