import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';
import { ConfigFault, readConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';

// The command that runs jobs and the relay beside the process that serves.
try {
  const config = { ...readConfig(), jobsHere: true };
  const context = await NestFactory.createApplicationContext(AppModule.with({ config, clock: systemClock }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  context.enableShutdownHooks();
  console.log('Pursestrings is running its jobs.');
} catch (fault) {
  console.error(fault instanceof ConfigFault ? fault.message : fault);
  process.exit(1);
}
