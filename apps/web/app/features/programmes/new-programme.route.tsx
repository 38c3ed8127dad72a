import { allocationRules, listProgrammes, setUpProgramme } from '@pursestrings/contracts/programmes';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
import { TextField } from '@pursestrings/ui/text-field';
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
import type { Route } from './+types/new-programme.route.ts';
import { programmesMessages } from './programmes.messages.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { maySetUp } = await read({ request, context }, listProgrammes, {});
  if (!maySetUp) throw data(null, { status: 403 });
  return { formId: newFormId() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = programmesMessages.en;
  const form = await readForm(request, setUpProgramme.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, setUpProgramme, { body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/programmes/${answer.value.slug}`, 303);
}

/** The sum, the term and the rule of a new fund. */
export default function NewProgramme({ loaderData: { formId }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(programmesMessages);
  const form = formState(actionData);
  const line = (name: 'name' | 'funder') => (
    <TextField name={name} label={messages[name]} value={form.value(name)} error={form.error(name)} maxLength={120} />
  );
  const optionalLine = (name: 'indexName' | 'indexSource') => (
    <TextField name={name} label={messages[name]} optional value={form.value(name)} error={form.error(name)} />
  );
  const sum = (name: 'totalPence' | 'floorPence' | 'ceilingPence', optional = false) => (
    <MoneyField name={name} label={messages[name]} optional={optional} value={form.value(name)} error={form.error(name)} />
  );
  return (
    <div className="narrow">
      <PageHead title={messages.newTitle} description={messages.newAbout} hasErrors={form.hasErrors} />
      <BackLink href="/programmes" words={messages.back} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.newTitle}</h1>
      <p>{messages.newAbout}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        {line('name')}
        {line('funder')}
        {sum('totalPence')}
        <DateField name="startsOn" label={messages.startsOn} value={form.day('startsOn')} error={form.error('startsOn')} />
        <DateField name="endsOn" label={messages.endsOn} value={form.day('endsOn')} error={form.error('endsOn')} />
        <Radios
          name="allocationRule"
          label={messages.allocationRule}
          options={allocationRules.map((rule) => ({ value: rule, label: messages.ruleNames[rule], hint: messages.rules[rule] }))}
          value={form.value('allocationRule')}
          error={form.error('allocationRule')}
        />
        {optionalLine('indexName')}
        {optionalLine('indexSource')}
        {sum('floorPence', true)}
        {sum('ceilingPence', true)}
        <ButtonRow>
          <Button>{messages.newGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
