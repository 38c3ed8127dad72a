import { pence, plainPounds } from '@pursestrings/basics/money';
import { ballotTypes, listReadyProposals, prepareRound } from '@pursestrings/contracts/rounds';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Checkboxes, Radios } from '@pursestrings/ui/choice-fields';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
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
import type { Route } from './+types/prepare.route.ts';
import { roundsMessages } from './rounds.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { proposals } = await read({ request, context }, listReadyProposals, { params: { place: params.place } });
  return { formId: newFormId(), proposals };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = roundsMessages.en;
  const form = await readForm(request, prepareRound.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, prepareRound, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/votes/${answer.value.slug}/about`, 303);
}

export default function Prepare({ loaderData: { formId, proposals }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(roundsMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.prepareTitle} description={messages.prepareDescription} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/votes`} words={messages.title} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.prepareTitle}</h1>
      {proposals.length < 2 ? (
        <p className="lead">{messages.noneReady}</p>
      ) : (
        <PrepareForm form={form} formId={formId} proposals={proposals} />
      )}
    </div>
  );
}

interface PrepareFormProps {
  readonly form: FormState;
  readonly formId: string;
  readonly proposals: Route.ComponentProps['loaderData']['proposals'];
}

function PrepareForm({ form, formId, proposals }: PrepareFormProps): ReactElement {
  const messages = useMessages(roundsMessages);
  return (
    <PostForm formId={form.value('formId', formId) ?? formId}>
      <TextField name="title" label={messages.name} hint={messages.nameHint} value={form.value('title')} error={form.error('title')} />
      <TextField
        name="question"
        label={messages.question}
        hint={messages.questionHint}
        value={form.value('question')}
        error={form.error('question')}
      />
      <MoneyField name="potPence" label={messages.potLabel} value={form.value('potPence')} error={form.error('potPence')} />
      <Checkboxes
        name="proposals"
        label={messages.proposals}
        values={form.values('proposals')}
        error={form.error('proposals')}
        options={proposals.map(({ slug, title, costPence }) => ({
          value: slug,
          label: title,
          hint: costPence === null ? undefined : plainPounds(pence(costPence)),
        }))}
      />
      <Radios
        name="ballotType"
        label={messages.kind}
        value={form.value('ballotType', 'approval')}
        error={form.error('ballotType')}
        options={ballotTypes.map((type) => ({ value: type, label: messages.ballots[type], inside: limitFor(type, form, messages.most) }))}
      />
      <DateField name="opensOn" label={messages.opensOn} value={form.day('opensOn')} error={form.error('opensOn')} />
      <TextField
        name="opensTime"
        label={messages.time}
        hint={messages.timeHint}
        width={10}
        value={form.value('opensTime', '09:00')}
        error={form.error('opensTime')}
      />
      <DateField name="closesOn" label={messages.closesOn} value={form.day('closesOn')} error={form.error('closesOn')} />
      <TextField
        name="closesTime"
        label={messages.time}
        hint={messages.timeHint}
        width={10}
        value={form.value('closesTime', '17:00')}
        error={form.error('closesTime')}
      />
      <ButtonRow>
        <Button>{messages.keep}</Button>
      </ButtonRow>
    </PostForm>
  );
}

const limits = { up_to_k: 'mostChoices', points: 'pointsToGive', score: 'highestScore', ranked: 'longestRanking' } as const;

/** The number that a kind of ballot needs, beside it. */
function limitFor(type: string, form: FormState, label: string): ReactElement | undefined {
  if (!(type in limits)) return undefined;
  const name = `limits.${limits[type as keyof typeof limits]}`;
  return <TextField name={name} label={label} width={4} inputMode="numeric" value={form.value(name)} error={form.error(name)} />;
}
