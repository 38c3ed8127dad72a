import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { idOf } from '@pursestrings/basics/ids';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { type Actor, nobody, programIn } from '../../platform/http/actor.ts';
import { Log } from '../../platform/logging/log.ts';
import { ClockSteps } from './clock-steps.ts';

const everyMs = 2_000;

/** Looks every two seconds for rounds whose time has come: to open, to close, or to be forgotten. Opening and closing times hold without it. */
@Injectable()
export class RoundClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private isBusy = false;

  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(ClockSteps) private readonly steps: ClockSteps,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.jobsHere) return;
    this.timer = setInterval(() => void this.tick(), everyMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Does what is due, in every neighbourhood. */
  async tick(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const due = await this.transactions.read(nobody, (tx) =>
        tx.query<Due>('SELECT neighbourhood_id, round_id, deed FROM rounds_due(100)'),
      );
      for (const { neighbourhood_id: place, round_id: round, deed } of due) await this.act(programIn(idOf(place)), round, deed);
    } catch (fault) {
      this.log.error('rounds.clock_failed', { fault });
    } finally {
      this.isBusy = false;
    }
  }

  private async act(program: Actor, roundId: string, deed: Due['deed']): Promise<void> {
    if (deed === 'open') await this.steps.openRound.ifDue(program, roundId);
    // A round whose whole time passed unnoticed is opened and closed at once.
    if (deed !== 'forget') await this.steps.closeRound.ifDue(program, roundId);
    else await this.steps.forgetRound.forget(program, roundId);
  }
}

interface Due {
  readonly neighbourhood_id: string;
  readonly round_id: string;
  readonly deed: 'open' | 'close' | 'forget';
}
