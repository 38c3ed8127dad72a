import { longestAnswer, startProposal } from '@pursestrings/contracts/proposals';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/new-proposal.route.ts';
import { proposeMessages } from './propose.messages.ts';
import { QuestionForm } from './question-form.tsx';
import { questionOrder } from './question-order.ts';

export const handle = { scripts: true };

/** Whoever is not signed in signs in first; whoever does not belong here joins first. Either comes back here. */
export function loader({ context, params }: Route.LoaderArgs) {
  const { signedIn, roles } = context.get(sessionContext);
  const here = encodeURIComponent(`/${params.place}/proposals/new`);
  if (!signedIn) throw redirect(`/sign-in?next=${here}`);
  if (!roles.includes('resident')) throw redirect(`/${params.place}/join?next=${here}`);
  return { formId: newFormId(), longest: longestAnswer.title };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = proposeMessages.en;
  const fields = { title: words.questions.title.missing };
  const form = await readForm(request, startProposal.body, fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, startProposal, { params: { place: params.place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: words.refusals, fields });
  throw redirect(`/${params.place}/my-proposals/${answer.value.id}/what`, 303);
}

export default function NewProposal({ loaderData: { formId, longest }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(proposeMessages);
  const place = usePlace();
  const address = `/${place?.slug ?? ''}`;
  const reply = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.questions.title.ask} description={messages.description(place?.name ?? '')} hasErrors={reply.hasErrors} />
      <BackLink href={`${address}/proposals`} words={messages.backToList} />
      <QuestionForm
        question="title"
        proposal="new"
        name="title"
        formId={formId}
        saved=""
        longest={longest}
        reply={reply}
        goOn={messages.saveAndGoOn}
        canStop={false}
        before={
          <>
            <p className="hush">{messages.step(1, questionOrder.length)}</p>
            <p>{messages.begin.lead}</p>
          </>
        }
      />
      <p className="gap">{messages.begin.noNeed}</p>
      <p>
        <a className="more" href={`${address}/ideas`}>
          {messages.begin.ideaInstead}
        </a>
      </p>
    </div>
  );
}
