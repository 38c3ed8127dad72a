import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { CONFIG, type Config } from '../../config.ts';
import { Log } from '../logging/log.ts';
import { type Backend, openBackend } from './backend.ts';

/** Ids only: what a job needs is read from the database when it runs. */
export type JobData = Readonly<Record<string, string>>;
export type JobWork = (data: JobData) => Promise<void>;

export interface NewJob {
  readonly name: string;
  /** The same id twice is one job. */
  readonly id: string;
  readonly data: JobData;
}

/**
 * Work that need not be done while somebody waits. Modules say at start what they do (`handle`, `every`); where jobs run in
 * this process, they begin when the whole program has started. A handler may run twice and must be safe to repeat.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobWork>();
  private readonly repeated = new Map<string, { everyMs: number; work: () => Promise<void> }>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underway = new Set<Promise<void>>();
  private backend: Backend | null = null;
  private worker: Worker | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Says who does the jobs called `name`. */
  handle(name: string, work: JobWork): void {
    if (this.handlers.has(name)) throw new Error(`The job ${name} has a handler already.`);
    this.handlers.set(name, work);
  }

  /** Repeats `work` every `everyMs` in each process that runs jobs, never overlapping itself there. Two processes may do it at once. */
  every(name: string, everyMs: number, work: () => Promise<void>): void {
    this.repeated.set(name, { everyMs, work });
  }

  /** Hands jobs to the queue. Waits while the queue's store cannot be reached. */
  async add(jobs: readonly NewJob[]): Promise<void> {
    // One by one: adding in bulk on PostgreSQL needs temporary tables, a right that the serving role does not have.
    for (const { name, id, data } of jobs) await this.open().queue.add(name, data, { jobId: id });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.jobsHere) return;
    this.worker = this.open().makeWorker(async (job) => await this.run(job.name, job.data as JobData));
    this.worker.on('error', (fault) => this.log.warn('jobs.store_unreachable', { fault }));
    this.worker.on('failed', (job, fault) => this.log.error('job.failed', { job: job?.name, attempts: job?.attemptsMade, fault }));
    void this.worker.run().catch((fault: unknown) => this.log.error('jobs.stopped', { fault }));
    for (const [name, { everyMs, work }] of this.repeated) this.repeat(name, everyMs, work);
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.worker?.close();
    await Promise.allSettled(this.underway);
    await this.backend?.close();
  }

  private async run(name: string, data: JobData): Promise<void> {
    const work = this.handlers.get(name);
    if (!work) throw new Error(`Nobody handles the job ${name}.`);
    await work(data);
  }

  private repeat(name: string, everyMs: number, work: () => Promise<void>): void {
    let busy = false;
    const once = async () => {
      busy = true;
      try {
        await work();
      } catch (fault) {
        this.log.warn('jobs.repeated_failed', { job: name, fault });
      } finally {
        busy = false;
      }
    };
    const timer = setInterval(() => {
      if (busy) return;
      const turn = once();
      this.underway.add(turn);
      void turn.finally(() => this.underway.delete(turn));
    }, everyMs);
    this.timers.push(timer);
  }

  private open(): Backend {
    if (this.backend) return this.backend;
    this.backend = openBackend(this.config);
    this.backend.queue.on('error', (fault) => this.log.warn('jobs.store_unreachable', { fault }));
    return this.backend;
  }
}
