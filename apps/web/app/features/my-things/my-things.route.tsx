import { followThing } from '@pursestrings/contracts/following';
import { chooseLetters } from '@pursestrings/contracts/notices';
import { readMyAccount } from '@pursestrings/contracts/people';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Grid } from '@pursestrings/ui/slip';
import { type ReactElement, useId } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/my-things.route.ts';
import { myThingsMessages } from './my-things.messages.ts';
import { type MyPlace, placeOf } from './my-things-place.ts';
import { Following, ForPartnership, LetterChoice, Newest, Proposed } from './my-things-slips.tsx';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { places } = await read({ request, context }, readMyAccount, {});
  return { places: await Promise.all(places.map((place) => placeOf({ request, context }, place))) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const typed = await readTyped(request);
  const params = { place: String(typed.get('place') ?? '') };
  const again = () => redirect(`/me#${params.place}`, 303);
  if (typed.get('do') === 'follow') {
    const form = await readForm(request, followThing.body);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call({ request, context }, followThing, { params, body: form.value });
    return answer.ok ? again() : await apiRefused(request, answer.problem, { refusals: {} });
  }
  const form = await readForm(request, chooseLetters.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, chooseLetters, { params, body: form.value });
  return answer.ok ? again() : await apiRefused(request, answer.problem, { refusals: {} });
}

export default function MyThings({ loaderData: { places }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(myThingsMessages);
  const form = formState(actionData);
  return (
    <>
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      {places.length === 0 ? (
        <p>
          {messages.nowhere}{' '}
          <a className="more" href="/">
            {messages.choose}
          </a>
        </p>
      ) : (
        places.map((place) => <OnePlace key={place.slug} place={place} />)
      )}
      <p className="gap">
        <a className="more" href="/me/account">
          {messages.account}
        </a>
        <br />
        <a className="more" href="/sign-out">
          {messages.signOut}
        </a>
      </p>
    </>
  );
}

function OnePlace({ place }: { readonly place: MyPlace }): ReactElement {
  const headingId = useId();
  return (
    <section id={place.slug} aria-labelledby={headingId} className="gap">
      <h2 id={headingId}>
        <a href={`/${place.slug}`}>{place.name}</a>
      </h2>
      <Grid two>
        <Proposed place={place} />
        <Newest place={place} />
        <Following place={place} />
        <LetterChoice place={place} />
        {place.prepares ? <ForPartnership place={place} /> : null}
      </Grid>
    </section>
  );
}
