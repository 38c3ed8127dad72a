import { dayInWords } from '@pursestrings/basics/time';
import { readMyProposal, sendProposal } from '@pursestrings/contracts/proposals';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/check-answers.route.ts';
import { proposeMessages } from './propose.messages.ts';
import { questionOrder } from './question-order.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { proposal } = await read({ request, context }, readMyProposal, { params: { place: params.place, id: params.id } });
  return {
    formId: newFormId(),
    proposal: { ...proposal, lookedAtBy: proposal.lookedAtBy === null ? null : dayInWords(proposal.lookedAtBy) },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request, sendProposal.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, sendProposal, { params: { place: params.place, id: params.id }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: proposeMessages.en.refusals });
  throw redirect(`/${params.place}/my-proposals/${params.id}/sent`, 303);
}

type Draft = Route.ComponentProps['loaderData']['proposal'];

export default function CheckAnswers({ loaderData: { formId, proposal }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(proposeMessages);
  const address = `/${usePlace()?.slug ?? ''}`;
  const pages = `${address}/my-proposals/${proposal.id}`;
  const form = formState(actionData);
  const canChange = proposal.state === 'draft' || proposal.state === 'changes_asked';
  const title = canChange ? messages.check.title : messages.check.sentTitle;
  const rows = questionOrder.map((question) => ({
    question: messages.questions[question].ask,
    answer: answerInWords(proposal, question) || messages.check.openYet,
    ...(canChange ? { changeHref: `${pages}/${question}?check=yes` } : {}),
  }));
  return (
    <>
      <PageHead title={title} description={messages.check.description} hasErrors={form.hasErrors} />
      <BackLink {...(canChange ? { href: `${pages}/cost` } : { href: '/me', words: messages.check.myThings })} />
      <ErrorSummary errors={form.errors} />
      <h1>{title}</h1>
      <HowItStands proposal={proposal} address={address} />
      {canChange && proposal.missing.length > 0 ? <Missing proposal={proposal} pages={pages} /> : null}
      <SummaryList rows={rows} />
      {canChange && proposal.missing.length === 0 ? (
        <PostForm formId={formId}>
          <p>{messages.check.whoReads}</p>
          <ButtonRow>
            <Button>{messages.check.send}</Button>
          </ButtonRow>
        </PostForm>
      ) : null}
      {proposal.mayWithdraw ? (
        <p className="gap">
          <a className="more" href={`${pages}/take-back`}>
            {messages.check.takeBack}
          </a>
        </p>
      ) : null}
    </>
  );
}

function answerInWords({ answers }: Draft, question: (typeof questionOrder)[number]): string {
  return question === 'cost' && answers.cost !== '' ? `£${answers.cost.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}` : answers[question];
}

/** What the partnership asks, or where it is once it was sent. */
function HowItStands({ proposal, address }: { readonly proposal: Draft; readonly address: string }): ReactElement | null {
  const messages = useMessages(proposeMessages);
  if (proposal.state === 'draft') return null;
  if (proposal.state === 'changes_asked') {
    return (
      <Notice kind="warn" title={messages.asked}>
        <Paragraphs text={proposal.reason ?? ''} />
      </Notice>
    );
  }
  if (proposal.state === 'withdrawn') return <Notice title={messages.check.takenBack} />;
  if (proposal.state === 'submitted') return <Notice title={messages.check.waits(proposal.lookedAtBy)} />;
  return (
    <Notice kind="info" title={messages.check.public}>
      {proposal.slug === null ? null : (
        <a className="more" href={`${address}/proposals/${proposal.slug}`}>
          {messages.check.seeIt}
        </a>
      )}
    </Notice>
  );
}

/** The questions that still need an answer, each one tap away. */
function Missing({ proposal, pages }: { readonly proposal: Draft; readonly pages: string }): ReactElement {
  const messages = useMessages(proposeMessages);
  return (
    <Notice kind="warn" title={messages.check.missing}>
      <ul>
        {proposal.missing.map((question) => (
          <li key={question}>
            <a href={`${pages}/${question}?check=yes`}>{messages.questions[question].missing}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
