import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { guardForms } from './platform/http/guard-forms.ts';
import { setHeaders } from './platform/http/headers.ts';
import { serveHealth } from './platform/http/health.ts';
import { mountWeb } from './platform/http/mount-web.ts';

/** Makes the whole program, ready to listen or to be asked by `inject`. */
export async function createApp(config: Config, clock: Clock = systemClock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ config, clock }), adapter, {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  app.enableShutdownHooks();
  const server = app.getHttpAdapter().getInstance();
  await setHeaders(server, config);
  guardForms(server);
  serveHealth(app);
  await mountWeb(app, config);
  await app.init();
  await server.ready();
  return app;
}
