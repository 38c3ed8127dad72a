import { recordDecision } from '@pursestrings/contracts/decisions';
import { declareForItem, manageInterest, settleMotion } from '@pursestrings/contracts/meetings';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/item.route.ts';
import { loadItem } from './item-data.ts';
import { Decide, Recorded } from './item-decide.tsx';
import { Interests, Standing } from './item-interests.tsx';
import { Recipient } from './item-recipient.tsx';
import { meetingsMessages } from './meetings.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return await loadItem({ request, context }, params);
}

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
