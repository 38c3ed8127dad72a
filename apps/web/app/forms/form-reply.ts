import type { AnyProblem } from '@pursestrings/basics/result';
import type { Mistake } from '@pursestrings/contracts/endpoint';
import type { FieldError } from '@pursestrings/ui/error-summary';
import { data } from 'react-router';
import { formMessages } from '../messages/form.messages.ts';
import { type FieldWords, type FormRefusal, type Typed, typedOf } from './read-form.ts';
import { readTyped } from './typed.ts';
import { wordsForRefusal } from './words-for-mistakes.ts';

/** What an action gives back to its page when it could not do what the form asked. */
export interface FormReply {
  readonly mistakes: readonly Mistake[];
  readonly typed: Typed;
}

/** The same page again, status 422, with every mistake of a form that could not be read. */
export function formRefused(refusal: FormRefusal): ReturnType<typeof data<FormReply>> {
  return data<FormReply>({ mistakes: refusal.mistakes, typed: refusal.typed }, { status: 422 });
}

/** What words an API refusal has: by its code, for the whole form or for one field. */
export type RefusalWords = Readonly<Record<string, string | { readonly field: string; readonly words: string }>>;

/**
 * The same page again, status 422, after the API said no. `refusals` gives words for its codes; `not-valid` brings its own
 * mistakes. A code without words throws, since a page that cannot say what happened is a fault of ours.
 */
export async function apiRefused(
  request: Request,
  refusal: AnyProblem,
  words: { readonly refusals: RefusalWords; readonly fields?: FieldWords },
): Promise<ReturnType<typeof data<FormReply>>> {
  const typed = typedOf(await readTyped(request));
  if (refusal.code === 'not-valid' && 'mistakes' in refusal) {
    return data<FormReply>(
      { mistakes: wordsForRefusal(refusal.mistakes as readonly Mistake[], words.fields ?? {}, formMessages.en), typed },
      { status: 422 },
    );
  }
  const said = words.refusals[refusal.code] ?? commonWords[refusal.code];
  if (said === undefined) throw new Error(`The page has no words for '${refusal.code}'.`);
  const mistake = typeof said === 'string' ? { path: '', message: said } : { path: said.field, message: said.words };
  return data<FormReply>({ mistakes: [mistake], typed }, { status: 422 });
}

const commonWords: RefusalWords = formMessages.en.refusals;

/** How a form shows its state: what each box holds and what is wrong with it. */
export interface FormState {
  readonly errors: readonly FieldError[];
  readonly hasErrors: boolean;
  /** What is wrong with a field, if anything. */
  error(name: string): string | undefined;
  /** What a box holds: what was typed, else `before`. */
  value(name: string, before?: string): string | undefined;
  /** All that was ticked under a name; `before` where nothing was sent yet. */
  values(name: string, before?: readonly string[]): readonly string[];
  /** The three boxes of a day. */
  day(name: string, before?: string): string | { readonly day: string; readonly month: string; readonly year: string } | undefined;
}

/** The state of a form from its action's reply; undefined, before anything was sent, is a form without mistakes. */
export function formState(reply: FormReply | undefined): FormState {
  const typed = reply?.typed ?? {};
  const mistakes = reply?.mistakes ?? [];
  const one = (name: string): string | undefined => (Array.isArray(typed[name]) ? typed[name][0] : (typed[name] as string | undefined));
  return {
    errors: mistakes.map(({ path, message }) => ({ name: path === '' ? undefined : path, words: message })),
    hasErrors: mistakes.length > 0,
    error: (name) => mistakes.find((mistake) => mistake.path === name)?.message,
    value: (name, before) => (reply === undefined ? before : one(name)),
    values: (name, before = []) => (reply === undefined ? before : [typed[name] ?? []].flat()),
    day: (name, before) =>
      reply === undefined ? before : { day: one(`${name}-day`) ?? '', month: one(`${name}-month`) ?? '', year: one(`${name}-year`) ?? '' },
  };
}
