import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Temporal } from '@pursestrings/basics/time';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { CLOCK, type Clock } from '../clock.ts';
import type { Actor } from './actor.ts';
import { ENDPOINT, type RequestOnItsWay } from './endpoint.ts';
import { comesFromUs } from './forgery.ts';
import { FormTokens } from './form-token.ts';
import { commonRefusal } from './refusal.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { WHO_ASKS, type WhoAsks } from './who-asks.ts';

/** How long a second factor counts as fresh. */
export const secondFactorMinutes = 5;

/** Lets a request on only if its actor may call its endpoint. A place that does not exist and one that is not theirs look the same. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(WHO_ASKS) private readonly whoAsks: WhoAsks,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const definition = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!definition) throw new Error(`${context.getClass().name}.${context.getHandler().name} serves no endpoint.`);
    const request = context.switchToHttp().getRequest<RequestOnItsWay>();
    const params = request.params as Record<string, string | undefined>;
    const query = request.query as Record<string, unknown>;
    const named = definition.within === 'place' ? params.place : undefined;
    const actor = await this.whoAsks.identify({
      sessionToken: sessionTokenOf(request.headers.cookie),
      placeSlug: named ?? (definition.within === 'site' && typeof query.place === 'string' ? query.place : null),
      programmeSlug: definition.within === 'programme' ? (params.programme ?? null) : null,
    });
    if (!actor) throw commonRefusal('not-found');
    request.actor = actor;
    if (definition.method !== 'GET' && !this.formIsOurs(request, actor)) throw commonRefusal('not-from-this-site');
    const refusal = whyNot(definition, actor, this.clock.now());
    if (refusal) throw commonRefusal(refusal);
    return true;
  }

  private formIsOurs(request: RequestOnItsWay, actor: Actor): boolean {
    const ours = comesFromUs(request.headers, `${request.protocol}://${request.host}`);
    if (ours !== null) return ours;
    const given = request.headers['x-csrf-token'];
    return typeof given === 'string' && this.formTokens.belongsTo(actor, given);
  }
}

/** Why `actor` may not call the endpoint at `now`; null when they may. */
export function whyNot(
  definition: Pick<Endpoint, 'who' | 'freshSecondFactor'>,
  actor: Pick<Actor, 'accountId' | 'roles' | 'heldBackRoles' | 'secondFactorAt'>,
  now: Temporal.Instant,
): 'sign-in-needed' | 'not-allowed' | 'second-factor-needed' | null {
  if (definition.who === 'anyone') return null;
  if (actor.accountId === null) return 'sign-in-needed';
  if (definition.who !== 'signed-in' && !definition.who.some((role) => actor.roles.has(role))) {
    return definition.who.some((role) => actor.heldBackRoles?.has(role)) ? 'second-factor-needed' : 'not-allowed';
  }
  if (!definition.freshSecondFactor) return null;
  const given = actor.secondFactorAt;
  const fresh = given !== null && Temporal.Instant.compare(given.add({ minutes: secondFactorMinutes }), now) > 0;
  return fresh ? null : 'second-factor-needed';
}
