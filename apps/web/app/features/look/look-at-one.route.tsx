import { pence, plainPounds } from '@pursestrings/basics/money';
import { moveProposal, readToLookAt } from '@pursestrings/contracts/look';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { usePlace } from '../../layout/place.ts';
import { StageTag } from '../../layout/stage-tag.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/look-at-one.route.ts';
import { lookMessages } from './look.messages.ts';
import { MoveForm } from './move-form.tsx';
import { movesFrom } from './moves.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { proposal } = await read({ request, context }, readToLookAt, { params: { place: params.place, id: params.id } });
  const { costPence, ...shown } = proposal;
  return {
    formId: newFormId(),
    proposal: { ...shown, cost: costPence === null ? null : plainPounds(pence(costPence)) },
    moves: movesFrom(proposal.state),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = lookMessages.en;
  const form = await readForm(request, moveProposal.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, moveProposal, { params: { place: params.place, id: params.id }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/to-look-at/${params.id}?done=yes`, 303);
}

export default function LookAtOne({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { proposal, moves, formId, isDone } = loaderData;
  const messages = useMessages(lookMessages).one;
  const address = `/${usePlace()?.slug ?? ''}`;
  const form = formState(actionData);
  const rows = (['what', 'why', 'who', 'where', 'cost'] as const).map((question) => ({
    question: messages[question],
    answer: proposal[question] || messages.notSaid,
  }));
  return (
    <>
      <PageHead title={proposal.title} description={messages.description} hasErrors={form.hasErrors} />
      <BackLink href={`${address}/to-look-at`} words={messages.back} />
      <ErrorSummary errors={form.errors} />
      {isDone && !form.hasErrors ? <Notice kind="done" title={messages.done} /> : null}
      <h1>{proposal.title}</h1>
      <p>
        <StageTag stage={proposal.stage} /> {messages.sentBy(proposal.by)}
      </p>
      {proposal.slug === null ? null : (
        <p>
          <a className="more" href={`${address}/proposals/${proposal.slug}`}>
            {messages.seeIt}
          </a>
        </p>
      )}
      {proposal.state === 'changes_asked' ? (
        <Notice title={messages.asked}>
          <Paragraphs text={`${proposal.reason ?? ''}\n\n${messages.waitsForAuthor}`} />
        </Notice>
      ) : null}
      <SummaryList rows={rows} />
      {proposal.notYouBecause !== null ? (
        <Notice kind="warn" title={messages.notYou}>
          <p>{messages.because[proposal.notYouBecause]}</p>
        </Notice>
      ) : moves.length === 0 ? (
        <p className="hush">{messages.nothingToDo}</p>
      ) : (
        <MoveForm formId={formId} moves={moves} form={form} />
      )}
    </>
  );
}
