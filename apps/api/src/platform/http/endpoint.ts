import { applyDecorators, createParamDecorator, type ExecutionContext, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import type { Result } from '@pursestrings/basics/result';
import type { Endpoint, InputOf, ResponseOf } from '@pursestrings/contracts/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';

export const ENDPOINT = 'pursestrings:endpoint';

/** Everything that a handler is given: who asks, and the parts of the request that its endpoint names, checked. */
export type Asked<E extends Endpoint> = InputOf<E> & {
  readonly actor: Actor;
  /** For the few handlers that set a cookie or stream a file. */
  readonly reply: FastifyReply;
  readonly request: FastifyRequest;
};

/** What a handler answers: the response of its endpoint, or a `Result` of it with the endpoint's own problems. */
export type Answers<E extends Endpoint> = Promise<Result<ResponseOf<E>>>;

/** A request on its way: the guard adds `actor`, the interceptor `asked`. */
export interface RequestOnItsWay extends FastifyRequest {
  actor?: Actor;
  asked?: unknown;
}

/** Marks a controller's method as the one that answers `definition`: its method, its address, who may call, its schemas. */
export function Serves(definition: Endpoint): MethodDecorator {
  const route = definition.method === 'GET' ? Get(definition.path) : Post(definition.path);
  return applyDecorators(route, HttpCode(200), SetMetadata(ENDPOINT, definition));
}

/** Gives the method its `Asked`. */
export const TheAsked: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<RequestOnItsWay>().asked,
);
