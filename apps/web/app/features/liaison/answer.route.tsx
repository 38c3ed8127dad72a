import { answerCouncil, listCouncilQuestions } from '@pursestrings/contracts/liaison';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextArea } from '@pursestrings/ui/text-area';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/answer.route.ts';
import { liaisonMessages } from './liaison.messages.ts';
import { Question } from './question.tsx';
import { questionView } from './question-view.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { questions } = await read({ request, context }, listCouncilQuestions, { params: { place: params.place } });
  const question = questions.find((one) => one.id === params.question);
  if (question === undefined) throw data(null, { status: 404 });
  const answers = question.answeredAt === null && context.get(sessionContext).roles.includes('liaison_officer');
  return { question: questionView(question), formId: newFormId(), answers, address: `/${params.place}` };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = liaisonMessages.en;
  const form = await readForm(request, answerCouncil.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, answerCouncil, {
    params: { place: params.place, question: params.question },
    body: form.value,
  });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/council/${params.question}`, 303);
}

export default function Answer({ loaderData: { question, formId, answers, address }, actionData }: Route.ComponentProps): ReactElement {
  const { answer: messages, list } = useMessages(liaisonMessages);
  const form = formState(actionData);
  const title = answers ? messages.title : list.title;
  return (
    <div className="narrow">
      <PageHead title={title} description={question.words.slice(0, 150)} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={`${address}/council`} words={list.title} />
      <h1>{title}</h1>
      <Question question={question} address={address} />
      {answers ? (
        <PostForm formId={form.value('formId', formId) ?? formId}>
          <TextArea
            name="answer"
            label={messages.label}
            hint={messages.hint}
            value={form.value('answer')}
            error={form.error('answer')}
            rows={6}
            maxLength={5000}
          />
          <ButtonRow>
            <Button>{messages.go}</Button>
          </ButtonRow>
        </PostForm>
      ) : null}
    </div>
  );
}
