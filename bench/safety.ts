/**
 * `npm run bench -- safety`: the scorecard's kills in full: 200 times `kill -9`, of any process, under 50 casts and 10 payments a second. Takes about
 * ten minutes; PURSESTRINGS_KILLS sets another number, PURSESTRINGS_SEED repeats a run.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const environment = { PURSESTRINGS_KILLS: '200', ...process.env, NODE_OPTIONS: '--experimental-vm-modules' };
const args = [join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'killer'];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, env: environment, stdio: 'inherit' }).status ?? 1;
