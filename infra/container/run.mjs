// Starts one of the programs of the API (`main.js`, `worker.js`) in this process, so that orders to end reach it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appUrl } from './urls.mjs';

const [program = 'main.js'] = process.argv.slice(2);
const handler = fileURLToPath(new URL('../../apps/web/build/server/index.js', import.meta.url));
process.env.DATABASE_URL ??= appUrl();
if (program === 'main.js' && existsSync(handler)) process.env.PURSESTRINGS_WEB ??= handler;
await import(new URL(`../../apps/api/dist/${program}`, import.meta.url));
