import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { createApp } from '../../apps/api/src/app.ts';
import type { readConfig } from '../../apps/api/src/config.ts';
import type { CastBallot } from '../../apps/api/src/modules/ballots/index.ts';
import type { programIn } from '../../apps/api/src/platform/http/actor.ts';
import type { Installation } from '../../apps/api/test/killer/installation.ts';

/** The compiled program in this process. */
export interface Program {
  readonly app: Awaited<ReturnType<typeof createApp>>;
  readonly CastBallot: typeof CastBallot;
  readonly programIn: typeof programIn;
  /** Begins to keep the SQL statements that the program sends, and returns what ends that and gives them. */
  keepStatements(): () => readonly Statement[];
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Loads the program that `built` holds, on the installation's database, without its jobs and without listening. */
export async function loadProgram(installation: Installation, built: string): Promise<Program> {
  const load = async <T>(file: string): Promise<T> => (await import(pathToFileURL(join(built, file)).href)) as T;
  const config = await load<{ readConfig: typeof readConfig }>('config.js');
  const program = await load<{ createApp: typeof createApp }>('app.js');
  const ballots = await load<{ CastBallot: typeof CastBallot }>('modules/ballots/index.js');
  const actors = await load<{ programIn: typeof programIn }>('platform/http/actor.js');
  const app = await program.createApp(
    config.readConfig({
      NODE_ENV: 'laptop',
      DATABASE_URL: installation.urls.appUrl,
      PURSESTRINGS_DATA: installation.folder,
      PURSESTRINGS_DEMONSTRATION: 'yes',
      PURSESTRINGS_JOBS_HERE: 'no',
      PURSESTRINGS_LOG_LEVEL: 'error',
    }),
  );
  const { DataSource } = await import('typeorm');
  const source = app.get(DataSource, { strict: false });
  const keepStatements = () => {
    const kept: Statement[] = [];
    const make = source.createQueryRunner.bind(source);
    source.createQueryRunner = (mode) => {
      const runner = make(mode);
      const query = runner.query.bind(runner) as (sql: string, parameters?: unknown[], structured?: boolean) => Promise<never>;
      runner.query = ((sql: string, parameters: unknown[] = [], structured?: boolean) => {
        kept.push({ sql, parameters });
        return query(sql, parameters, structured);
      }) as typeof runner.query;
      return runner;
    };
    return () => {
      source.createQueryRunner = make;
      return kept;
    };
  };
  return { app, CastBallot: ballots.CastBallot, programIn: actors.programIn, keepStatements };
}
