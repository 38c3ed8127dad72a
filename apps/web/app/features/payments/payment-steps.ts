import type { BodyOf, Endpoint } from '@pursestrings/contracts/endpoint';
import {
  approvePayment,
  correctPayment,
  matchPayment,
  publishPayment,
  refundPayment,
  refusePayment,
  sendPayment,
} from '@pursestrings/contracts/payments';
import { data } from 'react-router';
import { type Asking, call } from '../../api/call.ts';
import { apiRefused, type FormReply, formRefused } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { paymentsMessages, type StepName } from './payments.messages.ts';

const endpoints = {
  approve: approvePayment,
  refuse: refusePayment,
  send: sendPayment,
  match: matchPayment,
  publish: publishPayment,
  refund: refundPayment,
  correct: correctPayment,
} as const satisfies Record<StepName, Endpoint>;

/** The step that an address names; the 404 page for anything else. */
export function stepNamed(name: string): StepName {
  if (name in endpoints) return name as StepName;
  throw data(null, { status: 404 });
}

/** Whether a step asks for a fresh second factor. */
export function needsSecondFactor(step: StepName): boolean {
  return (endpoints[step] as Endpoint).freshSecondFactor === true;
}

/** Takes the step that the form of a request asks for. The reply to show again, or null when it was taken. */
export async function takeStep(
  asking: Asking,
  step: StepName,
  params: { place: string; payment: string },
): Promise<ReturnType<typeof data<FormReply>> | null> {
  const words = paymentsMessages.en;
  const endpoint = endpoints[step];
  const form = await readForm(asking.request, endpoint.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  // One body for all: each has been read by its own endpoint's schema.
  const answer = await call(asking, endpoint as typeof correctPayment, { params, body: form.value as BodyOf<typeof correctPayment> });
  return answer.ok ? null : await apiRefused(asking.request, answer.problem, words);
}
