import * as z from 'zod';

/**
 * The settings of one process, read once from its environment: the only reader of `process.env`.
 * Defaults exist only for a laptop; `NODE_ENV=production` requires each value. Nothing that sends data out has a default address.
 */
const laptop = z.object({
  NODE_ENV: z.enum(['laptop', 'test', 'production']).default('laptop'),
  DATABASE_URL: z.url(),
  /** Where jobs wait: a Redis; without it, the same PostgreSQL. */
  REDIS_URL: z.url().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PURSESTRINGS_DATA: z.string().min(1),
  PURSESTRINGS_PUBLIC_URL: z.url().optional(),
  /** The addresses of proxies whose `X-Forwarded-*` are believed, separated by commas. */
  PURSESTRINGS_TRUSTED_PROXIES: z.string().optional(),
  /** Where letters go, as in `smtp://mail:1025`; without it they wait and can be read on the letters page of a laptop. */
  MAIL_URL: z.url().optional(),
  MAIL_FROM: z.email().default('hello@pursestrings.example.org'),
  /** `yes`: jobs run in this process. `no`: `worker` runs beside it. */
  PURSESTRINGS_JOBS_HERE: z.enum(['yes', 'no']).default('yes'),
  /** The built web handler, or nothing for the API alone. */
  PURSESTRINGS_WEB: z.string().optional(),
  /** `yes` on a demonstration: one-button sign-in, keys kept on the server. */
  PURSESTRINGS_DEMONSTRATION: z.enum(['yes', 'no']).default('no'),
  PURSESTRINGS_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  PURSESTRINGS_LOG_LEVEL: z.enum(['error', 'warn', 'info', 'silent']).default('info'),
});

const production = laptop.required({ PURSESTRINGS_PUBLIC_URL: true, MAIL_URL: true, REDIS_URL: true });

export interface Config {
  readonly mode: 'laptop' | 'test' | 'production';
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly mailUrl: string | null;
  readonly mailFrom: string;
  readonly jobsHere: boolean;
  readonly webHandlerPath: string | null;
  readonly demonstration: boolean;
  readonly poolSize: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'silent';
}

/** Thrown at start when settings are missing or wrong; its message names every fault. */
export class ConfigFault extends Error {}

/** Reads the settings from `environment`. Throws a `ConfigFault` that names every fault at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const schema = environment.NODE_ENV === 'production' ? production : laptop;
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (given.NODE_ENV === 'production' && given.PURSESTRINGS_DEMONSTRATION === 'yes') {
    faults.push('PURSESTRINGS_DEMONSTRATION: a demonstration keeps vote keys on the server, so production refuses it');
  }
  if (!parsed.success || faults.length > 0) throw new ConfigFault(`These settings need putting right:\n  ${faults.join('\n  ')}`);
  const value = parsed.data;
  return Object.freeze({
    mode: value.NODE_ENV,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL ?? null,
    port: value.PORT,
    host: value.HOST,
    dataFolder: value.PURSESTRINGS_DATA,
    publicUrl: (value.PURSESTRINGS_PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    trustedProxies: (value.PURSESTRINGS_TRUSTED_PROXIES ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    mailUrl: value.MAIL_URL ?? null,
    mailFrom: value.MAIL_FROM,
    jobsHere: value.PURSESTRINGS_JOBS_HERE === 'yes',
    webHandlerPath: value.PURSESTRINGS_WEB ?? null,
    demonstration: value.PURSESTRINGS_DEMONSTRATION === 'yes',
    poolSize: value.PURSESTRINGS_POOL_SIZE,
    logLevel: value.PURSESTRINGS_LOG_LEVEL,
  });
}

/** The injection token of `Config`. */
export const CONFIG = Symbol('CONFIG');

/** For the migrating command alone: the address of the database as `migrator`. Throws a `ConfigFault` when it is missing. */
export function readMigratorUrl(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const url = environment.MIGRATOR_DATABASE_URL;
  if (!url) throw new ConfigFault('These settings need putting right:\n  MIGRATOR_DATABASE_URL: the database as the role migrator');
  return url;
}
