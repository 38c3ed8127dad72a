import { Inject, Injectable } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { CONFIG, type Config } from '../../config.ts';

/** What may stand in a log line beside the event: ids, counts and names of routes; never a person's name, address, words or ballot. */
export type LogDetails = Readonly<Record<string, unknown>> & { readonly fault?: unknown };

/** JSON lines of documented events. `error` means that somebody must act now. */
@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(@Inject(CONFIG) config: Config) {
    this.logger = pino({ level: config.logLevel, base: null });
  }

  info(event: string, details: LogDetails = {}): void {
    this.logger.info({ event, ...details });
  }

  warn(event: string, details: LogDetails = {}): void {
    this.logger.warn({ event, ...withFault(details) });
  }

  error(event: string, details: LogDetails = {}): void {
    this.logger.error({ event, ...withFault(details) });
  }
}

/** A fault's kind, message and stack. Messages of ours name no person; the driver's details, which may quote a row, are left out. */
function withFault(details: LogDetails): LogDetails {
  if (!(details.fault instanceof Error)) return details;
  const { name, message, stack } = details.fault;
  return { ...details, fault: { name, message, stack } };
}
