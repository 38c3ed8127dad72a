import { createHmac } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Result } from '@pursestrings/basics/result';
import { commonProblems, type Endpoint, type Mistake } from '@pursestrings/contracts/endpoint';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type * as z from 'zod/mini';
import { Secrets } from '../files/secrets.ts';
import { nobody } from './actor.ts';
import { ENDPOINT, type RequestOnItsWay } from './endpoint.ts';
import { type FormOfRequest, withForm } from './form-of-request.ts';
import { Refusal } from './refusal.ts';
import { AnswerSeal } from './sealed-answer.ts';

/**
 * Checks what came in against the endpoint's schemas, hands it to the method, and lets out only what the response's
 * schema names. A refusal becomes its status and `{ problem }`.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const definition = this.reflector.get<Endpoint>(ENDPOINT, context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<RequestOnItsWay>();
    const reply = http.getResponse<FastifyReply>();
    const parts = checkedParts(definition, request);
    request.asked = { ...parts, actor: request.actor ?? nobody, request, reply };
    const answer = () => lastValueFrom(next.handle()) as Promise<Result<unknown>>;
    const form = this.formOf(definition, request, parts.body);
    return from(this.finish(definition, reply, form ? withForm(form, answer) : answer()));
  }

  private async finish(definition: Endpoint, reply: FastifyReply, answer: Promise<Result<unknown>>): Promise<unknown> {
    const result = await answer;
    if (reply.sent) return undefined;
    if (!result.ok) {
      const code = result.problem.code;
      const status = definition.problems?.[code] ?? (commonProblems as Record<string, number>)[code];
      if (status === undefined) throw new Error(`${definition.path} does not list the problem '${code}'.`);
      throw new Refusal(result.problem, status);
    }
    const safe = definition.response.safeParse(result.value);
    if (!safe.success) throw new Error(`${definition.path} answered something else than it promises: ${safe.error.message}`);
    return safe.data;
  }

  private formOf(definition: Endpoint, request: RequestOnItsWay, body: unknown): FormOfRequest | null {
    if (definition.method === 'GET' || definition.once === 'itself') return null;
    const id = (body as { formId?: unknown } | undefined)?.formId;
    if (typeof id !== 'string') return null;
    // Under a key that is not in the database: a plain hash of a body with a password in it could be guessed at speed.
    const secret = this.secrets.get('form-body');
    const bodyText = createHmac('sha256', secret).update(JSON.stringify(body)).digest('base64url');
    return {
      id,
      route: `${definition.method} ${request.url.split('?')[0]}`,
      bodyText,
      answers: new AnswerSeal(secret, id),
      claimed: false,
    };
  }
}

function checkedParts(definition: Endpoint, request: RequestOnItsWay) {
  const mistakes: Mistake[] = [];
  const check = (name: 'params' | 'query' | 'body', schema: z.ZodMiniType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) mistakes.push({ path: [name, ...issue.path].join('.'), message: issue.message });
    return undefined;
  };
  const params = check('params', definition.params, request.params);
  if (mistakes.length > 0) throw new Refusal({ code: 'not-found' }, 404);
  const query = check('query', definition.query, request.query);
  const body = check('body', definition.body, request.body);
  if (mistakes.length > 0) throw new Refusal({ code: 'not-valid', mistakes } as never, 422);
  return { params, query, body };
}
