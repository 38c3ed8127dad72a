import { pence, plainPounds } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import { confirmDecision, draftDecision, publishDecision, readDecisionDraft } from '@pursestrings/contracts/decisions';
import { readSpendingChoices } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm, typedOf } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/prepare.route.ts';
import { decisionsMessages } from './decisions.messages.ts';
import { WordsFields } from './words-fields.tsx';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const at = { place: params.place, decision: params.decision };
  const draft = await read({ request, context }, readDecisionDraft, { params: at });
  if (draft.decision.state !== 'recorded') throw redirect(`/${params.place}/decisions/${draft.decision.slug}`);
  const { roles } = context.get(sessionContext);
  const choices = draft.promises ? await read({ request, context }, readSpendingChoices, { params: { place: params.place } }) : null;
  return {
    decision: draft.decision,
    by: dayInWords(draft.publishBy),
    accounts: (choices?.accounts ?? []).map(({ id, name, balancePence }) => ({ id, name, left: plainPounds(pence(balancePence)) })),
    fromAccountId: draft.fromAccountId,
    formId: newFormId(),
    isChair: roles.includes('chair'),
    confirms: draft.decision.awaitsFundHolder && roles.includes('treasurer'),
    saved: new URL(request.url).searchParams.has('saved'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { request, context, params } = args;
  const at = { place: params.place, decision: params.decision };
  const pressed = (await readTyped(request)).get('press');
  const here = `/${params.place}/decisions/prepare/${params.decision}`;
  if (pressed === 'publish') return await publish(args);
  if (pressed === 'confirm') {
    const form = await readForm(request, confirmDecision.body);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call({ request, context }, confirmDecision, { params: at, body: form.value });
    if (!answer.ok) return await apiRefused(request, answer.problem, decisionsMessages.en);
    throw redirect(here, 303);
  }
  const form = await readForm(request, draftDecision.body, decisionsMessages.en.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, draftDecision, { params: at, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, decisionsMessages.en);
  throw redirect(`${here}?saved`, 303);
}

async function publish({ request, context, params }: Route.ActionArgs) {
  const words = decisionsMessages.en;
  const form = await readForm(request, publishDecision.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, publishDecision, {
    params: { place: params.place, decision: params.decision },
    body: form.value,
  });
  if (answer.ok) throw redirect(`/${params.place}/decisions/${answer.value.slug}`, 303);
  if (answer.problem.code !== 'could-be-plainer') return await apiRefused(request, answer.problem, words);
  const { warnings } = answer.problem as unknown as { readonly warnings: readonly { about: string; text: string; words: string }[] };
  const mistakes = warnings.map((warning) => ({ path: warning.about, message: words.prepare.notPlain(warning.text, warning.words) }));
  const anyway = { path: 'wordsReason', message: words.refusals['could-be-plainer'].words };
  return formRefused({ code: 'not-valid', mistakes: [...mistakes, anyway], typed: typedOf(await readTyped(request)) });
}

export default function Prepare({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { decision, by, formId, isChair, confirms, saved } = loaderData;
  const messages = useMessages(decisionsMessages).prepare;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {saved && !form.hasErrors ? <Notice kind="done" title={messages.saved} /> : null}
      <h1>{messages.title}</h1>
      <p>
        <OutcomeTag outcome={decision.outcome} /> <strong>{decision.title}</strong>
      </p>
      <p>{decision.awaitsFundHolder ? messages.awaits : messages.by(by)}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        {confirms ? (
          <Button name="press" value="confirm">
            {messages.confirm}
          </Button>
        ) : (
          <>
            <WordsFields form={form} before={decision} />
            <Publication form={form} accounts={loaderData.accounts} fromAccountId={loaderData.fromAccountId} />
            <ButtonRow>
              {isChair && !decision.awaitsFundHolder ? (
                <Button name="press" value="publish">
                  {messages.publish}
                </Button>
              ) : null}
              <Button kind="plain" name="press" value="save">
                {messages.save}
              </Button>
            </ButtonRow>
            {isChair ? null : <p className="hush">{messages.onlyChair}</p>}
          </>
        )}
      </PostForm>
    </div>
  );
}

interface PublicationProps {
  readonly form: FormState;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly left: string }[];
  readonly fromAccountId: string | null;
}

/** What publishing needs beyond the words: which money it comes from, and why words stay that are not plain. */
function Publication({ form, accounts, fromAccountId }: PublicationProps): ReactElement {
  const messages = useMessages(decisionsMessages).prepare;
  const asksWhy = form.error('wordsReason') !== undefined || (form.value('wordsReason') ?? '') !== '';
  return (
    <>
      {accounts.length === 0 ? null : (
        <SelectField
          name="fromAccountId"
          label={messages.account}
          options={[
            { value: '', label: messages.choose },
            ...accounts.map(({ id, name, left }) => ({ value: id, label: messages.left(name, left) })),
          ]}
          value={form.value('fromAccountId', fromAccountId ?? '')}
          error={form.error('fromAccountId')}
        />
      )}
      {asksWhy ? (
        <TextArea
          name="wordsReason"
          label={messages.wordsReason}
          hint={messages.wordsReasonHint}
          value={form.value('wordsReason')}
          error={form.error('wordsReason')}
          rows={2}
          maxLength={500}
        />
      ) : null}
    </>
  );
}
