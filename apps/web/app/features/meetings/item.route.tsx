import { pence, plainPounds } from '@pursestrings/basics/money';
import { recordDecision } from '@pursestrings/contracts/decisions';
import { declareForItem, manageInterest, readMeetingDesk, settleMotion } from '@pursestrings/contracts/meetings';
import { readSpendingChoices } from '@pursestrings/contracts/payments';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/item.route.ts';
import { Decide, Recorded } from './item-decide.tsx';
import { Interests, Standing } from './item-interests.tsx';
import { Recipient } from './item-recipient.tsx';
import { meetingsMessages } from './meetings.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asking = { request, context };
  const desk = await read(asking, readMeetingDesk, { params: { place: params.place, meeting: params.meeting } });
  const item = desk.items.find((one) => one.id === params.motion && one.agreed);
  if (item === undefined) throw data(null, { status: 404 });
  const { roles } = context.get(sessionContext);
  const lacksRecipient = item.kind === 'spend' && item.recipientId === null && item.recorded === null;
  const choices = lacksRecipient ? await read(asking, readSpendingChoices, { params: { place: params.place } }) : null;
  return {
    item,
    amount: item.amountPence === null ? null : plainPounds(pence(item.amountPence)),
    people: [...desk.members, ...desk.agreedResidents].map(({ personId, name, isPresent }) => ({ personId, name, isPresent })),
    recipients: choices === null ? null : choices.recipients.map(({ id, name }) => ({ value: id, label: name })),
    isChair: roles.includes('chair'),
    writes: roles.includes('chair') || roles.includes('worker'),
    forms: { declare: newFormId(), decide: newFormId(), settle: newFormId(), manage: item.interests.map(() => newFormId()) },
    back: `/${params.place}/meetings/${params.meeting}/run`,
    address: `/${params.place}`,
  };
}

export type ItemData = Awaited<ReturnType<typeof loader>>;

export async function action(args: Route.ActionArgs) {
  const { request, params } = args;
  const words = meetingsMessages.en;
  const sent = await sendPressed(args, String((await readTyped(request)).get('press')));
  if (!sent.ok) return sent.refused;
  if (sent.answer.ok) throw redirect(`/${params.place}/meetings/${params.meeting}/run/${params.motion}`, 303);
  const { problem } = sent.answer;
  if (problem.code !== 'votes-do-not-add-up') return await apiRefused(request, problem, words);
  const { canDecide, given } = problem as unknown as { readonly canDecide: number; readonly given: number };
  return await apiRefused(request, problem, {
    refusals: { [problem.code]: { field: 'votesFor', words: words.doNotAddUp(canDecide, given) } },
  });
}

/** Reads the form that belongs to the button pressed, and asks the API. */
async function sendPressed({ request, context, params }: Route.ActionArgs, press: string) {
  const at = { place: params.place, motion: params.motion };
  const asking = { request, context };
  const { fields } = meetingsMessages.en;
  if (press === 'declare') {
    const form = await readForm(request, declareForItem.body, fields);
    return form.ok
      ? { ok: true as const, answer: await call(asking, declareForItem, { params: at, body: form.value }) }
      : refused(form.problem);
  }
  if (press === 'manage') {
    const form = await readForm(request, manageInterest.body, fields);
    return form.ok
      ? { ok: true as const, answer: await call(asking, manageInterest, { params: at, body: form.value }) }
      : refused(form.problem);
  }
  if (press === 'settle') {
    const form = await readForm(request, settleMotion.body, fields);
    return form.ok
      ? { ok: true as const, answer: await call(asking, settleMotion, { params: at, body: form.value }) }
      : refused(form.problem);
  }
  const form = await readForm(request, recordDecision.body, fields);
  return form.ok
    ? { ok: true as const, answer: await call(asking, recordDecision, { params: at, body: form.value }) }
    : refused(form.problem);
}

function refused(problem: Parameters<typeof formRefused>[0]) {
  return { ok: false as const, refused: formRefused(problem) };
}

export default function Item({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { item, amount, back, isChair } = loaderData;
  const messages = useMessages(meetingsMessages).item;
  const form = formState(actionData);
  const title = messages.number(item.position, item.title);
  return (
    <div className="narrow">
      <PageHead title={title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={back} words={messages.back} />
      <h1>{title}</h1>
      {amount === null ? null : (
        <p>
          <strong>{amount}</strong>
        </p>
      )}
      <Paragraphs text={item.words} />
      <Standing item={item} />
      <Recorded data={loaderData} />
      {item.recorded === null ? <Interests data={loaderData} form={form} /> : null}
      {loaderData.recipients === null ? null : <Recipient data={loaderData} form={form} />}
      {isChair && item.recorded?.state !== 'published' && loaderData.recipients === null ? <Decide data={loaderData} form={form} /> : null}
    </div>
  );
}
