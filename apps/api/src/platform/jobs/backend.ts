import { createPostgresBackend, createRedisBackend, type JobsOptions, type Processor, type Queue, type Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../../config.ts';

/** One queue for everything; the braces keep its keys together on a Redis Cluster. */
export const queueName = 'pursestrings';
const prefix = '{pursestrings}';

/** Finished jobs are kept a little, so that the same event handed over twice is still one job. */
const options: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 24 * 3600, count: 10_000 },
  removeOnFail: { age: 14 * 24 * 3600 },
};

export interface Backend {
  readonly queue: Queue;
  makeWorker(work: Processor): Worker;
  close(): Promise<void>;
}

/** Opens the queue where this installation keeps it: in Redis where one is given, else in a schema of the same PostgreSQL. */
export function openBackend(config: Config): Backend {
  return config.redisUrl === null ? onPostgres(config.databaseUrl) : onRedis(config.redisUrl);
}

function onPostgres(connectionString: string): Backend {
  const bound = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: 'bullmq', max: 4, application_name: 'pursestrings-jobs' };
  const queue = new bound.Queue(queueName, { connection, defaultJobOptions: options });
  return {
    queue: queue as unknown as Queue,
    makeWorker: (work) => new bound.Worker(queueName, work, { connection, autorun: false, concurrency: 2 }) as unknown as Worker,
    close: async () => await queue.close(),
  };
}

function onRedis(url: string): Backend {
  const bound = withBackend(createRedisBackend);
  const connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  const queue = new bound.Queue(queueName, { connection, prefix, defaultJobOptions: options });
  return {
    queue: queue as unknown as Queue,
    makeWorker: (work) => new bound.Worker(queueName, work, { connection, prefix, autorun: false, concurrency: 2 }) as unknown as Worker,
    close: async () => {
      await queue.close();
      connection.disconnect();
    },
  };
}
