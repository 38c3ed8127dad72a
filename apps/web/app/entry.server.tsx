import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import uiStyles from '@pursestrings/ui/styles.css?inline';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, type RouterContextProvider, ServerRouter } from 'react-router';
import fontUrl from '../.cache/atkinson-hyperlegible-next.woff2?url';
import { nonceContext } from './api/contexts.ts';
import { type PageContext, PageContextProvider } from './layout/page-context.ts';

const fontFace = `@font-face{font-family:"Atkinson Hyperlegible Next";src:url(${fontUrl}) format("woff2");font-weight:400 700;font-display:optional}`;
const renderTimeoutMs = 10_000;

/**
 * Draws a page, whole: nothing is sent before all of it is there, so its status is right, its scripts are only those that
 * the route asks for, and its size is known to its last line. Under `Save-Data: on` the font is not offered.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  const savesData = request.headers.get('save-data') === 'on';
  const page: PageContext = { nonce, styles: savesData ? uiStyles : fontFace + uiStyles };
  const drawing = await draw(
    <PageContextProvider value={page}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
    </PageContextProvider>,
    nonce,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(drawing.html, { headers, status: drawing.failed ? 500 : status });
}

async function draw(page: React.ReactElement, nonce: string): Promise<{ html: string; failed: boolean }> {
  let failed = false;
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timeout);
        text(pipe(new PassThrough())).then(resolve, reject);
      },
      onShellError: reject,
      onError() {
        failed = true;
      },
    });
    const timeout = setTimeout(() => abort(new Error('The page took too long to draw.')), renderTimeoutMs);
  });
  return { html, failed };
}

/** Faults go to the log with the address they happened at, without its query; a browser that went away is none. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  const fault = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: 'not an Error' };
  // biome-ignore lint/suspicious/noConsole: the web has no logger of its own; whoever mounts it reads standard error
  console.error(JSON.stringify({ level: 'error', event: 'web.page-failed', path: new URL(request.url).pathname, ...fault }));
};
