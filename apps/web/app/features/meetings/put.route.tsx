import { pence, plainPounds } from '@pursestrings/basics/money';
import { motionKinds } from '@pursestrings/contracts/decisions';
import { putMotion } from '@pursestrings/contracts/meetings';
import { readSpendingChoices } from '@pursestrings/contracts/payments';
import { readProposal } from '@pursestrings/contracts/proposals';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextArea } from '@pursestrings/ui/text-area';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/put.route.ts';
import { meetingsMessages } from './meetings.messages.ts';

const officials: readonly string[] = ['member', 'chair', 'worker', 'treasurer'];

/** `?proposal=path-lights-x7k2mq` says what it is about. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const slug = new URL(request.url).searchParams.get('proposal');
  const proposal =
    slug === null ? null : (await read({ request, context }, readProposal, { params: { place: params.place, slug } })).proposal;
  const isOfficial = context.get(sessionContext).roles.some((role) => officials.includes(role));
  const choices = isOfficial ? await read({ request, context }, readSpendingChoices, { params: { place: params.place } }) : null;
  return {
    formId: newFormId(),
    back: `/${params.place}/meetings/${params.meeting}`,
    proposal:
      proposal === null
        ? null
        : { id: proposal.id, title: proposal.title, cost: proposal.costPence === null ? '' : plainPounds(pence(proposal.costPence)) },
    recipients: (choices?.recipients ?? []).map(({ id, name }) => ({ value: id, label: name })),
    accounts: (choices?.accounts ?? []).map(({ id, name, balancePence }) => ({ id, name, left: plainPounds(pence(balancePence)) })),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = meetingsMessages.en;
  const form = await readForm(request, putMotion.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, putMotion, {
    params: { place: params.place, meeting: params.meeting },
    body: form.value,
  });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  const { roles } = context.get(sessionContext);
  const runs = roles.some((role) => role === 'chair' || role === 'worker' || role === 'member');
  throw redirect(`/${params.place}/meetings/${params.meeting}${runs ? '/run' : ''}`, 303);
}

export default function Put({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { formId, back, proposal } = loaderData;
  const messages = useMessages(meetingsMessages).put;
  const kinds = useMessages(governanceMessages).kind;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={back} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        {proposal === null ? null : (
          <p>
            {messages.proposal(proposal.title)}
            <input type="hidden" name="proposalId" value={proposal.id} />
          </p>
        )}
        <TextField
          name="title"
          label={messages.name}
          value={form.value('title', proposal?.title)}
          error={form.error('title')}
          maxLength={150}
        />
        <TextArea
          name="words"
          label={messages.words}
          hint={messages.wordsHint}
          value={form.value('words')}
          error={form.error('words')}
          maxLength={3000}
        />
        <Radios
          name="kind"
          label={messages.kind}
          options={motionKinds.map((value) => ({ value, label: kinds[value] }))}
          value={form.value('kind')}
          error={form.error('kind')}
        />
        <MoneyField
          name="amountPence"
          label={messages.amount}
          hint={messages.amountHint}
          value={form.value('amountPence', proposal?.cost)}
          error={form.error('amountPence')}
          optional
        />
        <MoneyChoices form={form} recipients={loaderData.recipients} accounts={loaderData.accounts} />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}

interface MoneyChoicesProps {
  readonly form: FormState;
  readonly recipients: readonly { readonly value: string; readonly label: string }[];
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly left: string }[];
}

/** Who would get it and where it would come from, for those who may know; each can be said later. */
function MoneyChoices({ form, recipients, accounts }: MoneyChoicesProps): ReactElement | null {
  const messages = useMessages(meetingsMessages).put;
  if (recipients.length === 0 && accounts.length === 0) return null;
  const notYet = { value: '', label: messages.notYet };
  return (
    <>
      <SelectField
        name="recipientId"
        label={messages.recipient}
        options={[notYet, ...recipients]}
        value={form.value('recipientId')}
        error={form.error('recipientId')}
        optional
      />
      <SelectField
        name="fromAccountId"
        label={messages.account}
        options={[notYet, ...accounts.map(({ id, name, left }) => ({ value: id, label: messages.left(name, left) }))]}
        value={form.value('fromAccountId')}
        error={form.error('fromAccountId')}
        optional
      />
      <Radios
        name="nature"
        label={messages.nature}
        options={(['capital', 'revenue'] as const).map((value) => ({ value, label: messages.natures[value] }))}
        value={form.value('nature')}
        error={form.error('nature')}
        optional
      />
    </>
  );
}
