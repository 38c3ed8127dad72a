import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { Mistake } from '@pursestrings/contracts/endpoint';
import type { output, ZodMiniObject, ZodMiniType } from 'zod/mini';
import { formMessages } from '../messages/form.messages.ts';
import { inputFromForm } from './input-from-form.ts';
import { readTyped } from './typed.ts';
import { wordsForMistakes } from './words-for-mistakes.ts';

/** What a field's mistakes are called, by its name: 'Write what your idea is'. One text for all that may be wrong with it. */
export type FieldWords = Readonly<Record<string, string>>;

/** What was typed, by the names that the boxes have; a name that came several times holds all. Files are left out. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A form that cannot be taken as it is: every mistake at once, with everything typed. */
export interface FormRefusal {
  readonly code: 'not-valid';
  readonly mistakes: readonly Mistake[];
  readonly typed: Typed;
}

/**
 * Reads the form of a request by its schema: values that fit it, or every mistake at once with what was typed.
 *
 * Only fields that the schema names are read, so the token, the button and strangers' fields never reach the API. Text is
 * trimmed. By its name or its schema a field is read as more than text: see `inputFromForm`.
 */
export async function readForm<S extends ZodMiniObject>(
  request: Request,
  schema: S,
  words: FieldWords = {},
): Promise<Result<output<S>, FormRefusal>> {
  const form = await readTyped(request);
  const parsed = (schema as ZodMiniType).safeParse(inputFromForm(form, schema));
  if (parsed.success) return ok(parsed.data as output<S>);
  return problem({ code: 'not-valid', mistakes: wordsForMistakes(parsed.error.issues, words, formMessages.en), typed: typedOf(form) });
}

/** Everything typed into a form, to be shown again; passwords and codes are not, since they would stand in the page. */
export function typedOf(form: FormData): Typed {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (/password|csrfToken/i.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const [first] = texts;
    if (first !== undefined) typed[name] = texts.length === 1 ? first : texts;
  }
  return typed;
}
