import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorSeconds } from './processor-time.ts';

/** The system's `pgbench`. Throws with the command that installs it where there is none. */
function program(): string {
  const folders = (process.env.PATH ?? '').split(':');
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((name) => `/usr/lib/postgresql/${name}/bin`)
    : [];
  const found = [...folders, ...versions].map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
  if (!found) throw new Error('There is no pgbench. Install it:  apt-get install -y postgresql-contrib');
  return found;
}

export interface PgbenchRun {
  readonly url: string;
  readonly script: string;
  readonly clients: number;
  readonly seconds: number;
  readonly variables: Readonly<Record<string, number>>;
}

/** Runs a script with prepared statements. Throws when a transaction failed. */
export async function pgbench({
  url,
  script,
  clients,
  seconds,
  variables,
}: PgbenchRun): Promise<{ perSecond: number; transactions: number; processorSeconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'pursestrings-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const { hostname, port, username, password, pathname } = new URL(url);
    const given = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file, ...given];
    const environment = {
      ...process.env,
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: username,
      PGPASSWORD: password,
      PGDATABASE: pathname.slice(1),
    };
    const child = spawn(program(), args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let used = 0;
    const looking = setInterval(() => {
      used = Math.max(used, processorSeconds(child.pid ?? 0));
    }, 50);
    child.stdout.on('data', (part) => {
      said += String(part);
    });
    child.stderr.on('data', (part) => {
      said += String(part);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    clearInterval(looking);
    const perSecond = Number(/tps = ([\d.]+) \(without/.exec(said)?.[1]);
    const transactions = Number(/transactions actually processed: (\d+)/.exec(said)?.[1]);
    if (code !== 0 || !(perSecond > 0) || /aborted/.test(said)) throw new Error(`pgbench said:\n${said.slice(0, 2_000)}`);
    return { perSecond, transactions, processorSeconds: used };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
