import { countRound, publishResult } from '@pursestrings/contracts/results';
import { announceRound, cancelRound } from '@pursestrings/contracts/rounds';
import { data, redirect } from 'react-router';
import { type Asking, call } from '../../api/call.ts';
import { apiRefused, formRefused } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { roundsMessages } from './rounds.messages.ts';

/** Deeds whose form holds nothing but its id, and where each leads. */
const plain = {
  announce: { endpoint: announceRound, next: 'about' },
  count: { endpoint: countRound, next: 'result' },
  publish: { endpoint: publishResult, next: 'result' },
} as const;

interface Address {
  readonly place: string;
  readonly round: string;
}

/** Does what a form of the vote's page asks for: the field `deed` says what. */
export async function doDeed(asking: Asking, params: Address) {
  const words = roundsMessages.en;
  const deed = String((await readTyped(asking.request)).get('deed'));
  if (deed === 'cancel') {
    const form = await readForm(asking.request, cancelRound.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call(asking, cancelRound, { params, body: form.value });
    if (!answer.ok) return await apiRefused(asking.request, answer.problem, words);
    throw redirect(addressOf(params, 'about'), 303);
  }
  if (!(deed in plain)) throw data(null, { status: 404 });
  const { endpoint, next } = plain[deed as keyof typeof plain];
  const form = await readForm(asking.request, endpoint.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call(asking, endpoint, { params, body: form.value });
  if (!answer.ok) return await apiRefused(asking.request, answer.problem, words);
  throw redirect(addressOf(params, next), 303);
}

function addressOf({ place, round }: Address, page: string): string {
  return `/${place}/votes/${round}/${page}`;
}
