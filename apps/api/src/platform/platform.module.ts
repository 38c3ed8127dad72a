import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { CLOCK, type Clock } from './clock.ts';
import { DatabaseModule } from './database/database.module.ts';
import { ENTITIES } from './database/entities.ts';
import { EventHandlers } from './events/handlers.ts';
import { Relay } from './events/relay.ts';
import { Secrets } from './files/secrets.ts';
import { FormTokens } from './http/form-token.ts';
import { Jobs } from './jobs/jobs.ts';
import { Log } from './logging/log.ts';
import { Letters } from './mail/letters.ts';
import { Post } from './mail/post.ts';

/** What `createApp` puts in from outside. */
export interface PlatformSettings {
  readonly config: Config;
  readonly clock: Clock;
  readonly entities: readonly unknown[];
}

/** What every module stands on: settings, clock, log, database, jobs, events. Knows no feature. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, clock, entities }: PlatformSettings): DynamicModule {
    const shared = [Log, Secrets, FormTokens, Jobs, EventHandlers, Letters, Post];
    const settings = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: ENTITIES, useValue: entities },
    ];
    return {
      module: PlatformModule,
      imports: [DatabaseModule],
      providers: [...settings, ...shared, Relay],
      exports: [CONFIG, CLOCK, ENTITIES, ...shared],
    };
  }
}
