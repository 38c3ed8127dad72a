import type { AnyProblem, Result } from '@pursestrings/basics/result';
import * as z from 'zod/mini';

/** What somebody may be in one neighbourhood (domain.md, section 5). A person may be several at once. */
export const roles = [
  'resident',
  'verified_resident',
  'member',
  'chair',
  'treasurer',
  'liaison_officer',
  'helper',
  'worker',
  'scrutineer',
  'funder',
  'platform_admin',
] as const;

export type Role = (typeof roles)[number];

/** Who may call: anybody at all, anybody signed in, or somebody with one of these roles in that neighbourhood (or programme). */
export type Who = 'anyone' | 'signed-in' | readonly Role[];

/** Where an endpoint's roles are looked up: in the neighbourhood `:place`, in the programme `:programme`, or nowhere. */
export type Within = 'place' | 'programme' | 'site';

/**
 * One thing that can be asked of the API: everything that the browser's side and the server's side must agree on.
 *
 * `path` is relative to `/api/v1` and names its parameters as `:place`. Requests are strict: make `query` and `body` with
 * `z.strictObject`. Responses drop what they do not name: make `response` with `z.object`. `problems` lists each refusal
 * with its HTTP status. Every endpoint that changes something takes a `formId` in its body (see `formFields`).
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly within: Within;
  readonly who: Who;
  /** A second factor given less than five minutes ago is needed. */
  readonly freshSecondFactor?: boolean;
  /** How a repeated form is answered the same: by the platform (the default), or by the endpoint itself. */
  readonly once?: 'platform' | 'itself';
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly response: z.ZodMiniType;
  readonly problems?: Readonly<Record<string, number>>;
}

/** Declares an endpoint, keeping its exact types. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type OutputOf<S> = S extends z.ZodMiniType ? z.output<S> : undefined;

export type ParamsOf<E extends Endpoint> = OutputOf<E['params']>;
export type QueryOf<E extends Endpoint> = OutputOf<E['query']>;
export type BodyOf<E extends Endpoint> = OutputOf<E['body']>;
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

/** What a handler is given: the checked parts that the endpoint names. */
export interface InputOf<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
}

/** One wrong field of a request: where it is ('body.title'), and what to do about it. */
export const mistakeSchema = z.object({ path: z.string(), message: z.string() });
export type Mistake = z.output<typeof mistakeSchema>;

/** Refusals that any endpoint may give, with their status. */
export const commonProblems = {
  'not-valid': 422,
  'not-found': 404,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'second-factor-needed': 403,
  'not-from-this-site': 403,
  'form-already-used': 409,
  'too-many-requests': 429,
  'try-again': 503,
} as const;

export type CommonProblem =
  | { readonly code: 'not-valid'; readonly mistakes: readonly Mistake[] }
  | { readonly code: Exclude<keyof typeof commonProblems, 'not-valid'> };

/** What a caller gets back: the answer, or one of the endpoint's own refusals, or a common one. */
export type Answer<E extends Endpoint> = Result<ResponseOf<E>, CommonProblem | ProblemOf<E>>;
export type ProblemOf<E extends Endpoint> =
  E['problems'] extends Readonly<Record<infer Code, number>>
    ? AnyProblem & { readonly code: Code & string; readonly [detail: string]: unknown }
    : never;

/** The body of every refusal on the wire. */
export const refusalSchema = z.object({ problem: z.looseObject({ code: z.string() }) });

/** The id made with a form, sent back with it and kept when it is sent again: what makes a repeated form harmless. */
export const formFields = { formId: z.uuid() };

/** The address of an endpoint with its parameters filled in, as in '/api/v1/places/kettlewick'. Throws when one is missing. */
export function addressOf(
  definition: Endpoint,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = definition.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${definition.path} needs '${name}'.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}
