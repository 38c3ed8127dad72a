import * as build from 'virtual:react-router/server-build';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { type AskApi, apiContext, clientAddressContext, cookiesContext, nonceContext } from '../app/api/contexts.ts';
import { finish } from './finish.ts';

export type { ApiReply, ApiRequest, AskApi } from '../app/api/contexts.ts';

/** What a page needs from the program that serves it. */
export interface Serving {
  /** The nonce that the reply's Content-Security-Policy names for scripts and styles. */
  readonly nonce: string;
  /** Asks the API for the person whose request this is. */
  readonly api: AskApi;
  /** Where the request came from, after trusted proxies. */
  readonly clientAddress: string;
}

const respond = createRequestHandler(build as ServerBuild, 'production');

/**
 * Answers a request for a page or a posted form. Never throws: a fault becomes the 500 page. The reply is compressed
 * where the browser takes it, and carries the cookies that the API set.
 */
export async function handle(request: Request, serving: Serving): Promise<Response> {
  const cookies: string[] = [];
  const context = new RouterContextProvider();
  context.set(apiContext, serving.api);
  context.set(nonceContext, serving.nonce);
  context.set(clientAddressContext, serving.clientAddress);
  context.set(cookiesContext, cookies);
  return await finish(request, await respond(request, context), cookies);
}
