import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, systemClock, type Temporal } from '@pursestrings/basics/time';
import { addressOf, type Endpoint } from '@pursestrings/contracts/endpoint';
import { makeTestDatabase, type TestDatabase } from '@pursestrings/tooling/test-database';
import pg from 'pg';
import { createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type RoleInTest, type TestPerson, type TestPlace, writePerson, writePlace } from './rows.ts';

export type { TestPerson, TestPlace } from './rows.ts';

/** What a test asks of the API. */
export interface Question {
  readonly as?: TestPerson | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** The body without `formId`, which is made here unless given. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The whole program over a database of the test's own. `stop()` it in `afterAll`. */
export interface World {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  readonly config: Config;
  readonly clock: Clock & { set(at: Temporal.Instant | null): void };
  /** As superuser, past row-level security: to arrange and to look, never as what is being tested. */
  admin<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  ask(endpoint: Endpoint, question?: Question): Promise<TestAnswer>;
  makePlace(slug?: string): Promise<TestPlace>;
  makePerson(place: TestPlace, roles?: readonly RoleInTest[], name?: string): Promise<TestPerson>;
  stop(): Promise<void>;
}

/** What of a world can be had from outside the program: over HTTP, and as superuser. */
export type WorldFromOutside = Pick<World, 'db' | 'clock' | 'admin' | 'ask'>;

/** Starts a world. `settings` are environment variables over the defaults of a test. */
export async function makeWorld(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const db = await makeTestDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'pursestrings-test-'));
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: db.appUrl,
    PURSESTRINGS_DATA: dataFolder,
    PURSESTRINGS_LOG_LEVEL: 'error',
    PURSESTRINGS_JOBS_HERE: 'no',
    PURSESTRINGS_POOL_SIZE: '10',
    ...settings,
  });
  const clock = makeClock();
  const app = await createApp(config, clock);
  const admin = new pg.Pool({ connectionString: db.adminUrl, max: 2 });
  // `stop` drops the database, which may cut a connection that is just saying goodbye: nobody's mistake.
  admin.on('error', () => undefined);
  admin.on('connect', (client) => client.on('error', () => undefined));
  const run = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await admin.query(sql, [...parameters])).rows as Row[];
  return {
    app,
    db,
    config,
    clock,
    admin: run,
    ask: (endpoint, question) => ask(app, endpoint, question),
    makePlace: (slug = `place-${randomUUID().slice(0, 8)}`) => writePlace(run, slug),
    makePerson: (place, roles = [], name = 'Somebody O’Test') => writePerson(run, { place, roles, name }),
    stop: async () => {
      await app.close();
      await admin.end();
      await db.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function makeClock(): World['clock'] {
  let fixed: Temporal.Instant | null = null;
  return {
    now: () => fixed ?? systemClock.now(),
    set: (at) => {
      fixed = at;
    },
  };
}

async function ask(app: NestFastifyApplication, endpoint: Endpoint, question: Question = {}): Promise<TestAnswer> {
  const changes = endpoint.method === 'POST';
  const params = { ...(question.as ? { place: question.as.place.slug } : {}), ...question.params };
  const response = await app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, params, question.query),
    headers: {
      ...(question.as ? { cookie: question.as.cookie } : {}),
      ...(changes ? { 'sec-fetch-site': 'same-origin' } : {}),
      ...question.headers,
    },
    ...(changes ? { payload: { formId: randomUUID(), ...question.body } } : {}),
  });
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers };
}
