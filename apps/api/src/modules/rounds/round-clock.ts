import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { idOf } from '@pursestrings/basics/ids';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { nobody, programIn } from '../../platform/http/actor.ts';
import { Log } from '../../platform/logging/log.ts';
import { CloseRound } from './close-round.ts';
import { OpenRound } from './open-round.ts';

const everyMs = 2_000;

/** Looks every two seconds for rounds whose opening or closing time has come, and records it. The times hold without it. */
@Injectable()
export class RoundClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private isBusy = false;

  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(OpenRound) private readonly openRound: OpenRound,
    @Inject(CloseRound) private readonly closeRound: CloseRound,
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

  /** Opens and closes what is due, in every neighbourhood. */
  async tick(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const due = await this.transactions.read(nobody, (tx) =>
        tx.query<{ neighbourhood_id: string; round_id: string }>('SELECT neighbourhood_id, round_id FROM rounds_due(100)'),
      );
      for (const { neighbourhood_id: place, round_id: round } of due) {
        const program = programIn(idOf(place));
        await this.openRound.ifDue(program, round);
        await this.closeRound.ifDue(program, round);
      }
    } catch (fault) {
      this.log.error('rounds.clock_failed', { fault });
    } finally {
      this.isBusy = false;
    }
  }
}
