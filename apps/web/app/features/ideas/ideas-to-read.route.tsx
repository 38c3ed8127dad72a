import { dayInWords } from '@pursestrings/basics/time';
import { listIdeas, sortIdea } from '@pursestrings/contracts/ideas';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Pager } from '@pursestrings/ui/pager';
import { Tag } from '@pursestrings/ui/tag';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { usePlace } from '../../layout/place.ts';
import { shortened } from '../../layout/shortened.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/ideas-to-read.route.ts';
import { ideasMessages } from './ideas.messages.ts';

function pageOf(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = pageOf(request);
  const { ideas, more } = await read({ request, context }, listIdeas, { params: { place: params.place }, query: { page } });
  const { roles } = context.get(sessionContext);
  return {
    page,
    more,
    sorts: roles.includes('member') || roles.includes('chair'),
    ideas: ideas.map((idea) => ({ ...idea, on: dayInWords(idea.on), formId: newFormId() })),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = String((await readTyped(request)).get('idea') ?? '');
  const form = await readForm(request, sortIdea.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, sortIdea, { params: { place: params.place, id }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: {} });
  const page = pageOf(request);
  throw redirect(`/${params.place}/ideas-to-read${page === 1 ? '' : `?page=${page}`}`, 303);
}

export default function IdeasToRead({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { ideas, page, more, sorts } = loaderData;
  const messages = useMessages(ideasMessages).toRead;
  const address = `/${usePlace()?.slug ?? ''}`;
  const form = formState(actionData);
  return (
    <>
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <BackLink href={`${address}/to-look-at`} words={messages.back} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <p>{ideas.length === 0 ? messages.none : messages.about}</p>
      <ul className="list">
        {ideas.map((idea) => (
          <li key={idea.id}>
            <p className="small hush">
              <Tag kind={idea.state === 'held' ? 'wait' : 'plain'}>{messages.states[idea.state] ?? idea.state}</Tag> {messages.on(idea.on)}
            </p>
            <Paragraphs text={idea.words} />
            {sorts ? <SortForm idea={idea} /> : null}
          </li>
        ))}
      </ul>
      <Pager
        previousHref={page > 1 ? `?page=${page - 1}` : undefined}
        nextHref={more ? `?page=${page + 1}` : undefined}
        summary={messages.page(page)}
      />
    </>
  );
}

type Idea = Route.ComponentProps['loaderData']['ideas'][number];

/** Two buttons for one idea; each says out loud which idea it is about. */
function SortForm({ idea }: { readonly idea: Idea }): ReactElement {
  const messages = useMessages(ideasMessages).toRead;
  const which = <span className="away">: {shortened(idea.words, 60)}</span>;
  return (
    <PostForm formId={idea.formId}>
      <input type="hidden" name="idea" value={idea.id} />
      <ButtonRow>
        {idea.state === 'held' ? (
          <Button kind="plain" name="to" value="kept">
            {messages.keep}
            {which}
          </Button>
        ) : null}
        <Button kind="plain" name="to" value="removed">
          {messages.remove}
          {which}
        </Button>
      </ButtonRow>
    </PostForm>
  );
}
