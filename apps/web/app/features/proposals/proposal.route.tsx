import { followThing } from '@pursestrings/contracts/following';
import { commentOnProposal, readProposal, supportProposal } from '@pursestrings/contracts/proposals';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { Grid } from '@pursestrings/ui/slip';
import { Steps } from '@pursestrings/ui/steps';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { usePlace } from '../../layout/place.ts';
import { shortened } from '../../layout/shortened.ts';
import { StageTag } from '../../layout/stage-tag.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { proposalStageMessages } from '../../messages/proposal-stages.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/proposal.route.ts';
import { AboutIt, Talk, WhoIsBehind } from './proposal-parts.tsx';
import { proposalsMessages } from './proposals.messages.ts';
import { type ProposalView, proposalView } from './proposals-view.ts';
import { nextStep } from './proposals-words.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { proposal } = await read({ request, context }, readProposal, { params });
  const { signedIn, roles } = context.get(sessionContext);
  const said = new URL(request.url).searchParams.get('said');
  return {
    proposal: proposalView(proposal),
    // A form for each button: each is answered once.
    formIds: { support: newFormId(), follow: newFormId(), comment: newFormId() },
    signedIn,
    takesPart: roles.includes('resident'),
    looks: roles.includes('member') || roles.includes('chair'),
    said: said === 'held' || said === 'shown' ? (said as 'held' | 'shown') : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const typed = await readTyped(args.request);
  if (typed.get('do') === 'comment') return await sendComment(args);
  return typed.get('do') === 'follow' ? await changeFollowing(args) : await changeSupport(args);
}

const hereAgain = (params: Route.ActionArgs['params'], rest: string) => redirect(`/${params.place}/proposals/${params.slug}${rest}`, 303);

async function changeSupport({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request, supportProposal.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, supportProposal, { params, body: form.value });
  return answer.ok ? hereAgain(params, '#behind') : await apiRefused(request, answer.problem, { refusals: {} });
}

async function changeFollowing({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request, followThing.body);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, followThing, { params: { place: params.place }, body: form.value });
  return answer.ok ? hereAgain(params, '#behind') : await apiRefused(request, answer.problem, { refusals: {} });
}

async function sendComment({ request, context, params }: Route.ActionArgs) {
  const { fields } = proposalsMessages.en;
  const form = await readForm(request, commentOnProposal.body, fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, commentOnProposal, { params, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, { refusals: {}, fields });
  return hereAgain(params, `?said=${answer.value.held ? 'held' : 'shown'}#main`);
}

export default function Proposal({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { proposal, said } = loaderData;
  const messages = useMessages(proposalsMessages);
  const address = `/${usePlace()?.slug ?? ''}`;
  const form = formState(actionData);
  const isTakenBack = proposal.state === 'withdrawn' || proposal.state === 'merged';
  return (
    <>
      <PageHead
        title={proposal.title}
        description={isTakenBack ? messages.takenBack : messages.description(proposal.title, shortened(proposal.what, 150))}
        hasErrors={form.hasErrors}
      />
      <BackLink href={`${address}/proposals`} words={messages.back} />
      <ErrorSummary errors={form.errors} />
      {said === null ? null : (
        <Notice kind="done">
          <p>{messages[said]}</p>
        </Notice>
      )}
      <h1>{proposal.title}</h1>
      {isTakenBack ? (
        <Notice title={messages.takenBack}>
          <p>{messages.takenBackWords}</p>
        </Notice>
      ) : (
        <>
          <p className="hush">{messages.proposedBy(proposal.proposedBy, proposal.publishedOn)}</p>
          <WhereItIs proposal={proposal} />
          <Grid two>
            <AboutIt proposal={proposal} />
            <div>
              <WhoIsBehind {...loaderData} address={address} />
              <div className="gap" />
              <Talk {...loaderData} form={form} />
            </div>
          </Grid>
          {loaderData.looks ? (
            <p className="gap">
              <a className="more" href={`${address}/to-look-at/${proposal.id}`}>
                {messages.asPartnership}
              </a>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

const way = ['sent', 'talking', 'checking', 'ready', 'decided', 'happening'] as const;

/** One of six words and what comes next; or 'Not this time' with its reason. */
function WhereItIs({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const messages = useMessages(proposalsMessages);
  const stageWords = useMessages(proposalStageMessages);
  const step = nextStep(proposal, messages.usually);
  const index = (way as readonly string[]).indexOf(proposal.stage);
  if (index === -1) {
    return (
      <Notice kind="warn" title={messages.notThisTime}>
        {proposal.reason === null ? null : <Paragraphs text={proposal.reason} />}
        {proposal.nextStep === null || step === null ? null : <p>{messages.next(step, proposal.nextBy)}</p>}
        <p>{messages.notForEver}</p>
      </Notice>
    );
  }
  return (
    <>
      <p>
        <StageTag stage={proposal.stage} /> {step === null ? null : messages.next(step, proposal.nextBy)}
      </p>
      <Steps label={messages.whereItIs} steps={way.map((stage) => stageWords[stage])} current={index} />
      {proposal.reason === null ? null : (
        <Notice title={messages.reason}>
          <Paragraphs text={proposal.reason} />
        </Notice>
      )}
    </>
  );
}
