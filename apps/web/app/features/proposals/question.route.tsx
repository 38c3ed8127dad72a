import { longestAnswer, readMyProposal, saveAnswer } from '@pursestrings/contracts/proposals';
import { Notice } from '@pursestrings/ui/notice';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm, typedOf } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/question.route.ts';
import { proposeMessages } from './propose.messages.ts';
import { QuestionForm } from './question-form.tsx';
import { isNeeded, pageAfter, pageBefore, questionNamed, questionOrder } from './question-order.ts';

export const handle = { scripts: true };

function asked({ params, request }: Pick<Route.LoaderArgs, 'params' | 'request'>) {
  const question = questionNamed(params.question);
  if (question === null) throw data(null, { status: 404 });
  return { question, fromCheck: new URL(request.url).searchParams.has('check'), pages: `/${params.place}/my-proposals/${params.id}` };
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { question, fromCheck, pages } = asked({ request, params });
  const { proposal } = await read({ request, context }, readMyProposal, { params: { place: params.place, id: params.id } });
  // Only its author's turn allows changes; the page of answers says what else is so.
  if (proposal.state !== 'draft' && proposal.state !== 'changes_asked') throw redirect(`${pages}/check`);
  return {
    formId: newFormId(),
    id: proposal.id,
    question,
    saved: proposal.answers[question],
    longest: longestAnswer[question],
    reason: proposal.state === 'changes_asked' ? proposal.reason : null,
    before: pageBefore(question, fromCheck),
    fromCheck,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { question, fromCheck, pages } = asked({ request, params });
  const words = proposeMessages.en;
  const fields = { answer: words.tooLong(longestAnswer[question]) };
  const form = await readForm(request, saveAnswer.body, fields);
  if (!form.ok) return formRefused(form.problem);
  const typed = await readTyped(request);
  const stops = typed.get('then') === 'stop';
  if (!stops && isNeeded(question) && form.value.answer === '') {
    const mistakes = [{ path: 'answer', message: words.questions[question].missing }];
    return formRefused({ code: 'not-valid', mistakes, typed: typedOf(typed) });
  }
  const answer = await call({ request, context }, saveAnswer, { params: { place: params.place, id: params.id }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: words.refusals, fields });
  throw redirect(stops ? '/me' : `${pages}/${pageAfter(question, fromCheck)}`, 303);
}

export default function Question({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { question, id, before, fromCheck, reason } = loaderData;
  const messages = useMessages(proposeMessages);
  const place = usePlace();
  const pages = `/${place?.slug ?? ''}/my-proposals/${id}`;
  const reply = formState(actionData);
  return (
    <div className="narrow">
      <PageHead
        title={messages.questions[question].ask}
        description={messages.description(place?.name ?? '')}
        hasErrors={reply.hasErrors}
      />
      <BackLink href={`${pages}/${before ?? 'check'}`} />
      {reason === null ? null : (
        <Notice kind="warn" title={messages.asked}>
          <Paragraphs text={reason} />
        </Notice>
      )}
      <QuestionForm
        key={question}
        question={question}
        proposal={id}
        name="answer"
        formId={loaderData.formId}
        saved={loaderData.saved}
        longest={loaderData.longest}
        reply={reply}
        goOn={fromCheck ? messages.saveAndCheck : messages.saveAndGoOn}
        canStop
        before={<p className="hush">{messages.step(questionOrder.indexOf(question) + 1, questionOrder.length)}</p>}
        hidden={<input type="hidden" name="question" value={question} />}
      />
    </div>
  );
}
