import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify';
import type { Config } from '../../config.ts';
import { nonceOf } from './headers.ts';

/** A question of a page's loader or action to the API, and the API's answer; `url` is a path with its query. */
interface Question {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly clientAddress: string;
}

interface BuiltWeb {
  handle(
    request: Request,
    serving: { nonce: string; api: (question: Question) => Promise<unknown>; clientAddress: string },
  ): Promise<Response>;
}

/** Forms of pages are words and choices; files go to the API's own upload address. */
const formLimitBytes = 1_048_576;

/**
 * Makes the web's built request handler answer every address that is not the API's. Its loaders and actions reach the API
 * in this process, by injection, through the same guards and schemas as anyone else.
 */
export async function mountWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.all('/api/*', async (_request, reply) => reply.status(404).send({ problem: { code: 'not-found' } }));
  if (config.webHandlerPath === null) return;
  const web = (await import(pathToFileURL(config.webHandlerPath).href)) as BuiltWeb;
  await server.register(fastifyStatic, {
    root: join(dirname(config.webHandlerPath), '..', 'client', 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  const api = (question: Question) => askInProcess(server, question);
  server.register((pages, _options, done) => {
    pages.removeAllContentTypeParsers();
    // The handler reads the body itself.
    pages.addContentTypeParser('*', (_request, _payload, read) => read(null));
    pages.all('/*', async (request, reply) => {
      if (bodyIsTooLarge(request))
        return await reply.status(413).type('text/plain').send('That is more than this form can take. Go back and shorten it.');
      await answerPage({ web, api }, request, reply);
      return reply;
    });
    done();
  });
}

/** What makes pages, and how their loaders and actions ask. */
interface Pages {
  readonly web: BuiltWeb;
  readonly api: (question: Question) => Promise<unknown>;
}

async function answerPage({ web, api }: Pages, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.hijack();
  const asked = createRequest(request.raw, reply.raw, { protocol: `${request.protocol}:`, host: request.host });
  const response = await web.handle(asked, { nonce: nonceOf(request.raw), api, clientAddress: request.ip });
  await sendResponse(reply.raw, response);
}

function bodyIsTooLarge(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  return !(length <= formLimitBytes);
}

async function askInProcess(server: FastifyInstance, { method, url, headers, body, clientAddress }: Question): Promise<unknown> {
  const options: InjectOptions = {
    method,
    url,
    headers: { ...headers },
    remoteAddress: clientAddress,
    ...(body === null ? {} : { payload: body }),
  };
  const reply = await server.inject(options);
  return { status: reply.statusCode, headers: reply.headers, body: reply.body };
}
