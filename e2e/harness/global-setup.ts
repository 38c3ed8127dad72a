import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/laptop/data-folder.ts';
import { startRunningSite } from './running-site.ts';

/** Starts the program for the run; the tests find it by the environment. Returns what ends it. */
// biome-ignore lint/style/noDefaultExport: Playwright takes the default export
export default async function setUp(): Promise<() => Promise<void>> {
  const withDemonstration = existsSync(join(ROOT, 'apps/api/dist/demo.js'));
  const site = await startRunningSite({ withDemonstration });
  process.env.PURSESTRINGS_SITE = site.address;
  process.env.PURSESTRINGS_ADMIN_DATABASE_URL = site.adminUrl;
  return async () => {
    const faults = site
      .log()
      .split('\n')
      .filter((line) => /"level":"?(error|50)/.test(line));
    if (faults.length > 0) console.error(`The site logged faults:\n${faults.slice(-20).join('\n')}`);
    await site.stop();
  };
}
