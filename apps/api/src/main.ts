import { createApp } from './app.ts';
import { ConfigFault, readConfig } from './config.ts';

// The command that serves everything: the API, the pages, and on a laptop the jobs.
try {
  const config = readConfig();
  const app = await createApp(config);
  await app.listen({ port: config.port, host: config.host });
  console.log(`Pursestrings is serving on ${config.publicUrl}`);
} catch (fault) {
  console.error(fault instanceof ConfigFault ? fault.message : fault);
  process.exit(1);
}
