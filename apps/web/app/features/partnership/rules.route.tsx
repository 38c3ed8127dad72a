import { decimalPounds, pence } from '@pursestrings/basics/money';
import { agreeTerms, majorities, readPartnership } from '@pursestrings/contracts/partnership';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { MoneyField } from '@pursestrings/ui/money-field';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/rules.route.ts';
import { partnershipMessages } from './partnership.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { terms } = await read({ request, context }, readPartnership, { params: { place: params.place } });
  const pounds = (sum: number | null) => (sum === null ? '' : decimalPounds(pence(sum)));
  return {
    terms: { ...terms, second: pounds(terms.secondApprovalAbovePence), limit: pounds(terms.deciderLimitPence) },
    formId: newFormId(),
    back: `/${params.place}/partnership`,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = partnershipMessages.en;
  const form = await readForm(request, agreeTerms.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, agreeTerms, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${params.place}/partnership`, 303);
}

export default function Rules({ loaderData: { terms, formId, back }, actionData }: Route.ComponentProps): ReactElement {
  const { rules: messages, one } = useMessages(partnershipMessages);
  const form = formState(actionData);
  const number = (name: 'quorumNumerator' | 'quorumDenominator' | 'quorumLeast', label: string) => (
    <TextField
      name={name}
      label={label}
      value={form.value(name, String(terms[name]))}
      error={form.error(name)}
      width={4}
      inputMode="numeric"
    />
  );
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={back} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <h2>{messages.quorum}</h2>
        {number('quorumNumerator', messages.of)}
        {number('quorumDenominator', messages.inAll)}
        {number('quorumLeast', messages.least)}
        <Radios
          name="majority"
          label={messages.majority}
          options={majorities.map((value) => ({ value, label: one.majorities[value] }))}
          value={form.value('majority', terms.majority)}
          error={form.error('majority')}
        />
        <MoneyField
          name="secondApprovalAbovePence"
          label={messages.second}
          value={form.value('secondApprovalAbovePence', terms.second)}
          error={form.error('secondApprovalAbovePence')}
        />
        <MoneyField
          name="deciderLimitPence"
          label={messages.limit}
          hint={messages.limitHint}
          value={form.value('deciderLimitPence', terms.limit)}
          error={form.error('deciderLimitPence')}
          optional
        />
        <DateField name="agreedOn" label={messages.agreedOn} value={form.day('agreedOn')} error={form.error('agreedOn')} />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
