import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logging/log.ts';
import { Refusal } from './refusal.ts';

/** Answers refusals with their problem, and faults with words that give nothing away; faults are logged. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(@Inject(Log) private readonly log: Log) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    if (fault instanceof Refusal) {
      void reply.status(fault.status).send({ problem: fault.problem });
      return;
    }
    const status = fault instanceof HttpException ? fault.getStatus() : statusOf(fault);
    if (status === 404) {
      void reply.status(404).send({ problem: { code: 'not-found' } });
      return;
    }
    if (status < 500) {
      void reply.status(status).send({ problem: { code: 'not-valid', mistakes: [] } });
      return;
    }
    const request = http.getRequest<FastifyRequest>();
    this.log.error('request.failed', { method: request.method, route: request.routeOptions.url ?? 'none', fault });
    void reply.status(503).send({ problem: { code: 'try-again' } });
  }
}

/** Fastify's own errors (a body too large, JSON that does not parse) carry a status. */
function statusOf(fault: unknown): number {
  const status = (fault as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
