import { joinPlace } from '@pursestrings/contracts/joining';
import { personName } from '@pursestrings/contracts/people';
import { emailSchema } from '@pursestrings/contracts/sign-in';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import * as z from 'zod/mini';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { type FormRefusal, readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/join.route.ts';
import { joiningMessages } from './joining.messages.ts';

/** Answers that lead to a page that explains, since nobody made a mistake. */
const explained: Readonly<Record<string, string>> = {
  'not-in-area': 'area',
  'not-living-here': 'living',
  'under-thirteen': 'age',
  'no-data-controller': 'notYet',
};

export function loader({ context }: Route.LoaderArgs) {
  const { signedIn, name } = context.get(sessionContext);
  return { formId: newFormId(), signedIn, name };
}

/** What the form asks, in its own words: two questions have 'no' as an answer, which is no mistake. */
const schema = z.strictObject({
  formId: z.uuid(),
  name: personName,
  email: z.optional(emailSchema),
  postcode: z.optional(z.string().check(z.maxLength(12))),
  lives: z.enum(['yes', 'no']),
  age: z.enum(['thirteen', 'younger']),
});

export async function action({ request, context, params: { place } }: Route.ActionArgs) {
  const words = joiningMessages.en;
  const form = await readForm(request, schema, words.fields);
  const isEmailMissing = !context.get(sessionContext).signedIn && (await readTyped(request)).get('email') === '';
  if (!form.ok) return formRefused(isEmailMissing ? withEmail(form.problem) : form.problem);
  const { lives, age, ...said } = form.value;
  const body = { ...said, livesHere: lives === 'yes', isThirteenOrOlder: age === 'thirteen' };
  const answer = await call({ request, context }, joinPlace, { params: { place }, body });
  if (!answer.ok) {
    const why = explained[answer.problem.code];
    if (why !== undefined) throw redirect(`/${place}/join/not-here?why=${why}`, 303);
    return await apiRefused(request, answer.problem, words);
  }
  if (answer.value.joined || answer.value.letter === null) throw redirect(`/${place}/me?joined`, 303);
  throw redirect(`/sign-in/code?letter=${answer.value.letter}&next=${encodeURIComponent(`/${place}/me?joined`)}`, 303);
}

/** All mistakes at once: whoever is not signed in needs an address, which the schema cannot know. */
function withEmail(refusal: FormRefusal): FormRefusal {
  const email = { path: 'email', message: joiningMessages.en.fields.email };
  const [name, rest] = [refusal.mistakes.filter(({ path }) => path === 'name'), refusal.mistakes.filter(({ path }) => path !== 'name')];
  return { ...refusal, mistakes: [...name, email, ...rest] };
}

export default function Join({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(joiningMessages).join;
  const place = usePlace();
  const placeName = place?.name ?? '';
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title(placeName)} description={messages.description(placeName)} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title(placeName)}</h1>
      <p>{messages.about}</p>
      <PostForm formId={loaderData.formId}>
        <Questions form={form} placeName={placeName} signedIn={loaderData.signedIn} name={loaderData.name ?? undefined} />
        <ButtonRow>
          <Button>{messages.go}</Button>
          {loaderData.signedIn ? null : <a href={`/sign-in?next=${encodeURIComponent(`/${place?.slug ?? ''}`)}`}>{messages.known}</a>}
        </ButtonRow>
      </PostForm>
      <p className="small">
        {place?.dataController === null || place === null ? null : messages.controller(place.dataController)}{' '}
        <a href="/privacy">{messages.privacy}</a>
      </p>
    </div>
  );
}

interface QuestionsProps {
  readonly form: FormState;
  readonly placeName: string;
  readonly signedIn: boolean;
  readonly name: string | undefined;
}

function Questions({ form, placeName, signedIn, name }: QuestionsProps): ReactElement {
  const messages = useMessages(joiningMessages).join;
  return (
    <>
      <TextField
        name="name"
        label={messages.name}
        hint={messages.nameHint}
        value={form.value('name', name)}
        error={form.error('name')}
        autoComplete="given-name"
      />
      {signedIn ? null : (
        <TextField
          name="email"
          type="email"
          label={messages.email}
          hint={messages.emailHint}
          value={form.value('email')}
          error={form.error('email')}
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
        />
      )}
      <TextField
        name="postcode"
        label={messages.postcode}
        hint={messages.postcodeHint}
        value={form.value('postcode')}
        error={form.error('postcode')}
        width={10}
        optional
        autoComplete="postal-code"
        spellCheck={false}
      />
      <Radios
        name="lives"
        label={messages.lives(placeName)}
        options={Object.entries(messages.livesAnswers).map(([value, label]) => ({ value, label }))}
        value={form.value('lives')}
        error={form.error('lives')}
      />
      <Radios
        name="age"
        label={messages.age}
        options={Object.entries(messages.ageAnswers).map(([value, label]) => ({ value, label }))}
        value={form.value('age')}
        error={form.error('age')}
      />
    </>
  );
}
