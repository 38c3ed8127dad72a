import { plainPounds } from '@pursestrings/basics/money';
import { readDecision } from '@pursestrings/contracts/decisions';
import { askCouncil } from '@pursestrings/contracts/liaison';
import { Button } from '@pursestrings/ui/button';
import { Details } from '@pursestrings/ui/details';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextArea } from '@pursestrings/ui/text-area';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/decision.route.ts';
import { Departure, HowDecided, Since, Versions } from './decision-parts.tsx';
import { decisionView } from './decision-view.ts';
import { decisionsMessages } from './decisions.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { roles } = context.get(sessionContext);
  const one = await read({ request, context }, readDecision, { params: { place: params.place, decision: params.decision } });
  const mayCorrect = roles.includes('chair');
  return {
    view: decisionView(one),
    formId: newFormId(),
    mayCorrect,
    mayAsk: mayCorrect || roles.includes('member'),
    address: `/${params.place}`,
  };
}

/** The partnership asks the council about this decision, in public. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const words = decisionsMessages.en;
  const form = await readForm(request, askCouncil.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, askCouncil, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/decisions/${params.decision}`, 303);
}

export default function Decision({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { view, formId, mayAsk, mayCorrect, address } = loaderData;
  const messages = useMessages(decisionsMessages);
  const outcome = useMessages(governanceMessages).outcome[view.decision.outcome];
  const form = formState(actionData);
  const part = { view, address };
  return (
    <>
      <PageHead
        title={view.decision.title}
        description={messages.one.description(outcome, view.day, view.decision.plainSummary)}
        hasErrors={form.hasErrors}
      />
      <ErrorSummary errors={form.errors} />
      <BackLink href={`${address}/decisions`} words={messages.list.title} />
      <h1>{view.decision.title}</h1>
      <p>
        <OutcomeTag outcome={view.decision.outcome} />{' '}
        {view.amount === null ? null : (
          <strong>
            {plainPounds(view.amount)}
            {view.recipient === null ? ' ' : ` ${messages.one.to(view.recipient)} `}
          </strong>
        )}
        <span className="hush">{messages.one.decidedOn(view.day)}</span>
      </p>
      <Versions {...part} />
      <p className="lead">{view.decision.plainSummary}</p>
      <h2>{messages.one.why}</h2>
      <Paragraphs text={view.decision.reasons} />
      <Departure {...part} />
      <Since {...part} />
      <HowDecided {...part} />
      {mayAsk && view.newest === null ? <AskCouncil form={form} formId={formId} decisionId={view.decision.id} /> : null}
      {mayCorrect && view.newest === null ? (
        <p className="gap">
          <a className="more" href={`${address}/decisions/${view.decision.slug}/correct`}>
            {messages.one.correct}
          </a>
        </p>
      ) : null}
    </>
  );
}

function AskCouncil({
  form,
  formId,
  decisionId,
}: {
  readonly form: FormState;
  readonly formId: string;
  readonly decisionId: string;
}): ReactElement {
  const messages = useMessages(decisionsMessages).one;
  return (
    <Details summary={messages.askTitle} open={form.hasErrors}>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <input type="hidden" name="decisionId" value={decisionId} />
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
  );
}
