import { dayInWords } from '@pursestrings/basics/time';
import { listToLookAt, lookAtComment } from '@pursestrings/contracts/look';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Grid, Slip } from '@pursestrings/ui/slip';
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
import { StageTag } from '../../layout/stage-tag.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/to-look-at.route.ts';
import { lookMessages } from './look.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const list = await read({ request, context }, listToLookAt, { params: { place: params.place } });
  const { roles } = context.get(sessionContext);
  const proposals = list.proposals.map(({ lookAtBy, what, ...proposal }) => ({
    ...proposal,
    what: shortened(what, 180),
    by: lookAtBy === null ? null : dayInWords(lookAtBy),
  }));
  return {
    decides: roles.includes('member') || roles.includes('chair'),
    sent: proposals.filter((proposal) => proposal.state === 'submitted'),
    going: proposals.filter((proposal) => proposal.state !== 'submitted'),
    comments: list.comments.map((comment) => ({ ...comment, formId: newFormId() })),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = String((await readTyped(request)).get('comment') ?? '');
  const form = await readForm(request, lookAtComment.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, lookAtComment, { params: { place: params.place, id }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: {} });
  throw redirect(`/${params.place}/to-look-at`, 303);
}

export default function ToLookAt({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { sent, going, comments, decides } = loaderData;
  const messages = useMessages(lookMessages).list;
  const address = `/${usePlace()?.slug ?? ''}`;
  const form = formState(actionData);
  return (
    <>
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <p>
        <a className="more" href={`${address}/ideas-to-read`}>
          {messages.ideas}
        </a>
      </p>
      <Grid two>
        <Slip title={messages.proposals} now={sent.length > 0}>
          <ProposalList proposals={sent} address={address} none={messages.noProposals} />
        </Slip>
        <Slip title={messages.comments} now={comments.length > 0}>
          <p>{messages.commentsAbout}</p>
          {comments.length === 0 ? <p className="hush">{messages.noComments}</p> : null}
          <ul className="list">
            {comments.map((comment) => (
              <li key={comment.id}>
                <p className="small hush">{messages.saidBy(comment.by, comment.proposalTitle)}</p>
                <Paragraphs text={comment.words} />
                {decides ? <CommentForm comment={comment} /> : null}
              </li>
            ))}
          </ul>
        </Slip>
        <Slip title={messages.going}>
          <ProposalList proposals={going} address={address} none={messages.noGoing} />
        </Slip>
      </Grid>
    </>
  );
}

type Waiting = Route.ComponentProps['loaderData']['sent'];

function ProposalList({
  proposals,
  address,
  none,
}: {
  readonly proposals: Waiting;
  readonly address: string;
  readonly none: string;
}): ReactElement {
  const messages = useMessages(lookMessages).list;
  if (proposals.length === 0) return <p className="hush">{none}</p>;
  return (
    <ul className="list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          {proposal.state === 'submitted' ? null : <StageTag stage={proposal.state === 'checking' ? 'checking' : 'talking'} />}
          <h3>
            <a href={`${address}/to-look-at/${proposal.id}`}>{proposal.title}</a>
          </h3>
          <p>{proposal.what}</p>
          {proposal.state === 'submitted' && proposal.by !== null ? <p className="small hush">{messages.by(proposal.by)}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** Shows a held comment or not; each button says out loud whose it is. */
function CommentForm({ comment }: { readonly comment: Route.ComponentProps['loaderData']['comments'][number] }): ReactElement {
  const messages = useMessages(lookMessages).list;
  const which = <span className="away">: {messages.saidBy(comment.by, comment.proposalTitle)}</span>;
  return (
    <PostForm formId={comment.formId}>
      <input type="hidden" name="comment" value={comment.id} />
      <ButtonRow>
        <Button kind="plain" name="publish" value="yes">
          {messages.show}
          {which}
        </Button>
        <Button kind="plain">
          {messages.hide}
          {which}
        </Button>
      </ButtonRow>
    </PostForm>
  );
}
