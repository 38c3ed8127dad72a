import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';
import { ConfigFault, readConfig } from './config.ts';
import { loadDemonstration } from './demonstration/load.ts';
import { systemClock } from './platform/clock.ts';

// The command that tells the demonstration's story into an empty installation. Safe to repeat; refused in production.
try {
  const config = { ...readConfig(), jobsHere: false };
  if (!config.demonstration) throw new ConfigFault('The demonstration loads only where PURSESTRINGS_DEMONSTRATION=yes.');
  const context = await NestFactory.createApplicationContext(AppModule.with({ config, clock: systemClock }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const loaded = await loadDemonstration(context, systemClock, (words) => console.log(`   ${words}`));
  await context.close();
  if (loaded === 'half')
    throw new ConfigFault('An earlier loading of the demonstration broke off. Run `npm run demo:reset`, then start again.');
  console.log(loaded === 'loaded' ? 'The demonstration is ready.' : 'The demonstration was loaded before.');
} catch (fault) {
  console.error(fault instanceof ConfigFault ? fault.message : fault);
  process.exit(1);
}
