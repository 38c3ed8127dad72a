import { findVoters, giveVotingCode } from '@pursestrings/contracts/rounds';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { ConfirmPanel } from '@pursestrings/ui/confirm-panel';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/codes.route.ts';
import { roundsMessages } from './rounds.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 100);
  const { voters } = await read({ request, context }, findVoters, {
    params: { place: params.place, round: params.round },
    query: { name },
  });
  return { name, voters, formId: newFormId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = roundsMessages.en;
  const form = await readForm(request, giveVotingCode.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, giveVotingCode, {
    params: { place: params.place, round: params.round },
    body: form.value,
  });
  return answer.ok ? { code: answer.value.code } : await apiRefused(request, answer.problem, words);
}

/** The desk's page for somebody who votes without signing in: find them on the voting list, hand them a code. */
export default function GiveCodes({ loaderData: { name, voters, formId }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(roundsMessages);
  const about = `/${params.place}/votes/${params.round}/about`;
  if (actionData && 'code' in actionData) {
    return (
      <div className="narrow">
        <PageHead title={messages.codesTitle} description={messages.codesDescription} />
        <ConfirmPanel title={messages.codesTitle} codeLabel={messages.codeFor} code={actionData.code} />
        <p>{messages.codeOnce}</p>
        <p>
          <a href={`/${params.place}/votes/${params.round}/codes`}>{messages.another}</a>
        </p>
      </div>
    );
  }
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.codesTitle} description={messages.codesDescription} hasErrors={form.hasErrors} />
      <BackLink href={about} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.codesTitle}</h1>
      <p>{messages.codesDescription}</p>
      <form method="get">
        <TextField name="name" label={messages.findName} autoComplete="off" maxLength={100} value={name} />
        <Button kind="plain">{messages.find}</Button>
      </form>
      {voters.length === 0 ? (
        <p className="gap">{messages.nobodyFound}</p>
      ) : (
        <div className="gap">
          <PostForm formId={form.value('formId', formId) ?? formId}>
            <Radios
              name="personId"
              label={messages.whose}
              value={form.value('personId')}
              error={form.error('personId')}
              options={voters.map((voter) => ({ value: voter.personId, label: voter.name }))}
            />
            <ButtonRow>
              <Button>{messages.giveCode}</Button>
            </ButtonRow>
          </PostForm>
        </div>
      )}
    </div>
  );
}
