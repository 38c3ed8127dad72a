import type { FastifyInstance } from 'fastify';
import { comesFromUs } from './forgery.ts';
import { commonRefusal } from './refusal.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another site made a browser send, before any route sees them. Where a browser says neither
 * `Sec-Fetch-Site` nor `Origin`, the request goes on, and `ActorGuard` asks for the form's token.
 */
export function guardForms(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (readingMethods.has(request.method)) return;
    if (comesFromUs(request.headers, `${request.protocol}://${request.host}`) !== false) return;
    const refusal = commonRefusal('not-from-this-site');
    await reply.status(refusal.status).send({ problem: refusal.problem });
  });
}
