import { askCouncil, listCouncilQuestions } from '@pursestrings/contracts/liaison';
import { Button } from '@pursestrings/ui/button';
import { Details } from '@pursestrings/ui/details';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Grid } from '@pursestrings/ui/slip';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/council.route.ts';
import { liaisonMessages } from './liaison.messages.ts';
import { Question } from './question.tsx';
import { questionView } from './question-view.ts';

/** `?proposal=` with its id: what was asked about one proposal, and what is asked next is about it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const proposal = new URL(request.url).searchParams.get('proposal') ?? undefined;
  const { questions } = await read({ request, context }, listCouncilQuestions, { params: { place: params.place }, query: { proposal } });
  const { roles } = context.get(sessionContext);
  return {
    questions: questions.map(questionView),
    proposal,
    formId: newFormId(),
    asks: roles.includes('member') || roles.includes('chair'),
    answers: roles.includes('liaison_officer'),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = liaisonMessages.en;
  const form = await readForm(request, askCouncil.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, askCouncil, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/council`, 303);
}

export default function Council({
  loaderData: { questions, proposal, formId, asks, answers },
  actionData,
}: Route.ComponentProps): ReactElement {
  const { list: messages, patch } = useMessages(liaisonMessages);
  const form = formState(actionData);
  const place = usePlace();
  const address = `/${place?.slug ?? ''}`;
  return (
    <>
      <PageHead title={messages.title} description={messages.description(place?.name ?? '')} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      {asks ? (
        <Details summary={messages.ask} open={form.hasErrors || proposal !== undefined}>
          <PostForm formId={form.value('formId', formId) ?? formId}>
            {proposal === undefined ? null : <input type="hidden" name="proposalId" value={proposal} />}
            <TextArea
              name="words"
              label={messages.askLabel}
              hint={messages.askHint}
              value={form.value('words')}
              error={form.error('words')}
              maxLength={2000}
            />
            <Button kind="plain">{messages.ask}</Button>
          </PostForm>
        </Details>
      ) : null}
      {questions.length === 0 ? <p className="hush">{messages.none}</p> : null}
      <Grid two>
        {' '}
        {questions.map((question) => (
          <Question key={question.id} question={question} address={address}>
            {answers && question.answered === null ? (
              <p>
                <a className="button plain" href={`${address}/council/${question.id}`}>
                  {patch.answer}
                </a>
              </p>
            ) : null}
          </Question>
        ))}
      </Grid>{' '}
    </>
  );
}
