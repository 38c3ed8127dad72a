import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program of the system that the tests need, and the package of Debian that has it. */
interface Needed {
  readonly command: string;
  readonly debian: string;
}

const NEEDED: readonly Needed[] = [
  { command: 'chromium', debian: 'chromium' },
  { command: 'redis-server', debian: 'redis-server' },
  { command: 'psql', debian: 'postgresql-client' },
  { command: 'pgbench', debian: 'postgresql' },
];

/** Where Debian keeps programs that are not on everybody's path. */
const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

function isThere(command: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(':'), ...FOLDERS];
  return folders.some((folder) => folder !== '' && existsSync(`${folder}/${command}`));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Installs the programs of the system that are missing, as root on a Debian or Ubuntu; elsewhere says what would.
 * True if everything is there in the end.
 */
export function installSystemPackages(): boolean {
  const missing = NEEDED.filter((needed) => !isThere(needed.command));
  if (missing.length === 0) return true;
  const names = missing.map((needed) => needed.command).join(', ');
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing.map((needed) => needed.debian)];
  if (!isRoot() || !isThere('apt-get')) {
    console.error(`The tests need programs of the system that are missing: ${names}`);
    console.error(`Install them and run the tests again. On Debian or Ubuntu:\n\n   sudo ${install.join(' ')}\n`);
    return false;
  }
  console.log(`Installing from the system's packages: ${names} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [command = '', ...args] of [['apt-get', 'update', '-q'], install]) {
    const result = spawnSync(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
    // An update that fails in part may still do: what counts is whether the programs are there in the end.
    if (result.status !== 0) console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-8).join('\n'));
  }
  const still = missing.filter((needed) => !isThere(needed.command));
  if (still.length > 0) console.error(`These could not be installed: ${still.map((needed) => needed.command).join(', ')}`);
  return still.length === 0;
}
