import { problem, type Result } from '@pursestrings/basics/result';
import {
  type Answer,
  addressOf,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '@pursestrings/contracts/endpoint';
import { data, type RouterContextProvider, redirect } from 'react-router';
import { csrfTokenTyped, everythingTyped } from '../forms/typed.ts';
import { type ApiReply, type AskApi, apiContext, clientAddressContext, cookiesContext } from './contexts.ts';

/** What loaders, actions and middleware are given, as far as `call` needs it. */
export interface Asking {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

/** The parts of a request that the endpoint names, and no others. */
export type CallInput<E extends Endpoint> = (ParamsOf<E> extends undefined ? unknown : { readonly params: ParamsOf<E> }) &
  (QueryOf<E> extends undefined ? unknown : { readonly query?: QueryOf<E> }) &
  (BodyOf<E> extends undefined ? unknown : { readonly body: BodyOf<E> });

/**
 * Asks the API for the person whose request is being answered, and returns its answer or its refusal.
 *
 * Three refusals never come back as values, since every page does the same with them. 'Not found' throws the 404 page.
 * 'Sign in first' throws a way to sign in: for a page, a redirect to `/sign-in?next=…`; for a form, a page that holds
 * everything typed and can send it again. And a page that may not be read (403), is asked for too often (429) or cannot
 * be made now (503) throws the page that says so; for a form these are values, so that the form can keep what was typed.
 */
export async function call<const E extends Endpoint>(asking: Asking, endpoint: E, input: CallInput<E>): Promise<Answer<E>> {
  const reply = await ask(asking, endpoint, input as LooseInput);
  keepCookies(asking, reply);
  if (reply.status < 400) return { ok: true, value: parse(reply) as ResponseOf<E> };
  if (reply.status === 404) throw data(null, { status: 404 });
  if (reply.status === 401) throw signInFirst(asking.request);
  const refusal = refusalIn(reply);
  if (refusal === null) throw data(null, { status: reply.status === 502 || reply.status === 503 ? 503 : 500 });
  if (asking.request.method === 'GET' && [403, 429, 503].includes(reply.status)) throw data(refusal.problem, { status: reply.status });
  return refusal as Answer<E>;
}

/** As `call`, for loaders: an answer, or the page that says why there is none. */
export async function read<const E extends Endpoint>(asking: Asking, endpoint: E, input: CallInput<E>): Promise<ResponseOf<E>> {
  const answer: Result<ResponseOf<E>> = await call(asking, endpoint, input);
  if (answer.ok) return answer.value;
  // What a page asks with comes from its own address; one that does not fit is the address of nothing.
  if (answer.problem.code === 'not-valid') throw data(null, { status: 404 });
  throw data(answer.problem, { status: 500 });
}

interface LooseInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

async function ask({ request, context }: Asking, endpoint: Endpoint, input: LooseInput): Promise<ApiReply> {
  const askApi: AskApi = context.get(apiContext);
  return await askApi({
    method: endpoint.method,
    url: addressOf(endpoint, input.params, queryText(input.query)),
    headers: headersFor(request, input.body !== undefined),
    body: input.body === undefined ? null : JSON.stringify(input.body),
    clientAddress: context.get(clientAddressContext),
  });
}

/** What the API must know of the person's own request: who it is, and that it came from one of our pages. */
const forwarded = ['cookie', 'sec-fetch-site', 'origin', 'referer', 'host', 'user-agent', 'accept-language'] as const;

function headersFor(request: Request, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const name of forwarded) {
    const value = request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  headers.host ??= new URL(request.url).host;
  if (hasBody) headers['content-type'] = 'application/json';
  const token = csrfTokenTyped(request);
  if (token !== null) headers['x-csrf-token'] = token;
  return headers;
}

function queryText(query: Readonly<Record<string, unknown>> | undefined): Record<string, string | undefined> {
  const entries = Object.entries(query ?? {}).map(([name, value]) => [
    name,
    value === undefined || value === null ? undefined : String(value),
  ]);
  return Object.fromEntries(entries) as Record<string, string | undefined>;
}

function keepCookies({ context }: Asking, reply: ApiReply): void {
  const set = reply.headers['set-cookie'];
  if (set === undefined) return;
  context.get(cookiesContext).push(...(typeof set === 'string' ? [set] : set));
}

function parse(reply: ApiReply): unknown {
  return reply.body === '' ? null : JSON.parse(reply.body);
}

function refusalIn(reply: ApiReply): { readonly ok: false; readonly problem: { readonly code: string } } | null {
  try {
    const body = JSON.parse(reply.body) as { problem?: { code?: unknown } };
    return typeof body.problem?.code === 'string' ? problem(body.problem as { code: string }) : null;
  } catch {
    return null;
  }
}

/** Sign-in, then back here. A form that was sent is kept in the page itself: nothing is stored, however long it is. */
function signInFirst(request: Request): Response | ReturnType<typeof data<KeptForm>> {
  const url = new URL(request.url);
  const here = url.pathname + url.search;
  if (request.method === 'GET') return redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  return data<KeptForm>({ kept: everythingTyped(request), action: here }, { status: 401 });
}

/** What the 401 page is given, so that the form can be sent again after signing in in another tab. */
export interface KeptForm {
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly action: string;
}
