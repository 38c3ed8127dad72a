import { readMyProposal, withdrawProposal } from '@pursestrings/contracts/proposals';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { BackLink } from '@pursestrings/ui/trail';
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
import type { Route } from './+types/take-back.route.ts';
import { proposeMessages } from './propose.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { proposal } = await read({ request, context }, readMyProposal, { params: { place: params.place, id: params.id } });
  return { formId: newFormId(), id: proposal.id, title: proposal.answers.title, may: proposal.mayWithdraw };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request, withdrawProposal.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, withdrawProposal, { params: { place: params.place, id: params.id }, body: form.value });
  const refusals = { 'too-late-to-withdraw': proposeMessages.en.takeBack.tooLate };
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals });
  throw redirect(`/${params.place}/my-proposals/${params.id}/check`, 303);
}

export default function TakeBack({ loaderData: { formId, id, title, may }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(proposeMessages).takeBack;
  const back = `/${usePlace()?.slug ?? ''}/my-proposals/${id}/check`;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <BackLink href={back} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      {may ? (
        <PostForm formId={formId}>
          <p>{messages.about(title)}</p>
          <p>{messages.cannot}</p>
          <ButtonRow>
            <Button kind="stop">{messages.go}</Button>
            <a href={back}>{messages.keep}</a>
          </ButtonRow>
        </PostForm>
      ) : (
        <p>{messages.tooLate}</p>
      )}
    </div>
  );
}
