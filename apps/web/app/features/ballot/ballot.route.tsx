import { idOf } from '@pursestrings/basics/ids';
import { deadlineInWords } from '@pursestrings/basics/time';
import { castBallot, readBallot } from '@pursestrings/contracts/ballots';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormReply } from '../../forms/form-reply.ts';
import { readTyped } from '../../forms/typed.ts';
import type { Route } from './+types/ballot.route.ts';
import { ballotMessages } from './ballot.messages.ts';
import { type Ballot, type Chosen, choicesFor, chosenIn } from './ballot-form.ts';
import { CheckChoices } from './check-choices.tsx';
import { Choose } from './choose.tsx';

/** What the ballot page is given after its form was sent: the choices to check, and what was wrong, if anything. */
interface BallotReply extends FormReply {
  readonly step: 'choose' | 'check';
  readonly formId: string;
  readonly chosen: readonly Chosen[];
}

/** Refusals that are about the choices, so that the ballot is shown again instead of the check. */
const aboutChoices = new Set(['unknown-project', 'project-named-twice', 'too-many-choices', 'dearer-than-the-pot', 'points-wrong']);

/** The ballot while voting is open; before and after it, the page that says how the vote stands. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('order');
  const order = asked !== null && /^[0-9a-f]{16}$/.test(asked) ? asked : newFormId().replaceAll('-', '').slice(0, 16);
  const ballot = await read({ request, context }, readBallot, { params: { place: params.place, round: params.round }, query: { order } });
  // A form that was sent as voting closed keeps its page, so that it can say that it was not sent.
  if (!ballot.isOpen && asked === null) throw redirect(`/${params.place}/votes/${params.round}/${isCounted(ballot) ? 'result' : 'about'}`);
  return { ballot, order, deadline: deadlineInWords(ballot.closesAt) };
}

function isCounted({ state }: Ballot): boolean {
  return state === 'published' || state === 'recounted';
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readTyped(request);
  const address = { place: params.place, round: params.round };
  const ballot = await read({ request, context }, readBallot, { params: address });
  const chosen = chosenIn(form, ballot);
  const step = form.get('step');
  // Each look at the choices makes a new form, so that what is sent is always what was last looked at.
  if (step !== 'send') {
    return data<BallotReply>({ step: step === 'change' ? 'choose' : 'check', formId: newFormId(), chosen, mistakes: [], typed: {} });
  }
  const formId = formIdIn(form);
  const votingCode = String(form.get('votingCode') ?? '').trim();
  const body = { formId, choices: choicesFor(chosen, ballot), ...(votingCode === '' ? {} : { votingCode: votingCode.slice(0, 40) }) };
  const answer = await call({ request, context }, castBallot, { params: address, body });
  if (answer.ok) throw redirect(`/${params.place}/votes/${params.round}/sent?code=${answer.value.receipt}`, 303);
  const refused = await apiRefused(request, answer.problem, { refusals: ballotMessages.en.refusals });
  return data<BallotReply>(
    { ...refused.data, step: aboutChoices.has(answer.problem.code) ? 'choose' : 'check', formId, chosen },
    { status: 422 },
  );
}

function formIdIn(form: FormData): string {
  try {
    return idOf(String(form.get('formId')));
  } catch {
    return newFormId();
  }
}

export default function BallotPage({ loaderData: { ballot, order, deadline }, actionData, params }: Route.ComponentProps): ReactElement {
  const shared = { ballot, deadline, action: `/${params.place}/votes/${params.round}?order=${order}`, address: `/${params.place}` };
  if (actionData?.step === 'check') return <CheckChoices {...shared} reply={actionData} />;
  return <Choose {...shared} round={params.round} reply={actionData} />;
}
