import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { followThing } from '@pursestrings/contracts/following';
import { chooseLetters, readMyNotices } from '@pursestrings/contracts/notices';
import { readMe, readMyAccount } from '@pursestrings/contracts/people';
import { listMyProposals } from '@pursestrings/contracts/proposals';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Grid } from '@pursestrings/ui/slip';
import { type ReactElement, useId } from 'react';
import { redirect } from 'react-router';
import { type Asking, call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/my-things.route.ts';
import { myThingsMessages } from './my-things.messages.ts';
import { Following, ForPartnership, LetterChoice, Newest, Proposed } from './my-things-slips.tsx';
import { noticeView } from './my-things-view.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { places } = await read({ request, context }, readMyAccount, {});
  return { places: await Promise.all(places.map((place) => placeOf({ request, context }, place))) };
}

/** Everything of one neighbourhood for whoever asks. */
async function placeOf(asking: Asking, { slug, name }: ResponseOf<typeof readMyAccount>['places'][number]) {
  const params = { place: slug };
  const [mine, told, me] = await Promise.all([
    read(asking, listMyProposals, { params }),
    read(asking, readMyNotices, { params }),
    read(asking, readMe, { query: { place: slug } }),
  ]);
  return {
    slug,
    name,
    prepares: me.roles.some((role) => ['member', 'chair', 'worker'].includes(role)),
    proposals: mine.proposals,
    letters: told.letters,
    lettersFormId: newFormId(),
    following: told.following.map((thing) => ({ ...thing, formId: newFormId() })),
    notices: told.notices.map((notice) => noticeView(notice, slug)),
  };
}

export type MyPlace = Awaited<ReturnType<typeof placeOf>>;

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
