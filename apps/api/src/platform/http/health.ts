import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';

/**
 * `/live`: the process answers. `/ready`: it can serve; otherwise 503, and the answer names what is missing.
 * Redis and mail may be gone: the site goes on, and what is for them waits.
 */
export function serveHealth(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.get('/live', async () => ({ live: true }));
  server.get('/ready', async (_request, reply) => {
    try {
      await app.get(DataSource, { strict: false }).query('SELECT 1');
      return { ready: true };
    } catch {
      return await reply.status(503).send({ ready: false, missing: ['database'] });
    }
  });
}
