import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ukDay } from '@pursestrings/basics/time';
import { CLOCK, type Clock } from '../clock.ts';
import { Secrets } from '../files/secrets.ts';
import type { Actor } from './actor.ts';

/**
 * The token that stands in forms for browsers which say neither `Sec-Fetch-Site` nor `Origin`. With a session it is the
 * session's own; without one there is no authority to borrow, and it only shows that the form came from here, today or yesterday.
 */
@Injectable()
export class FormTokens {
  constructor(
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The token to put into a form shown to `actor`. */
  of(actor: Pick<Actor, 'csrfToken'>): string {
    return actor.csrfToken ?? this.forNobodyOn(0);
  }

  /** Whether `given` came with a form shown to `actor`. */
  belongsTo(actor: Pick<Actor, 'csrfToken'>, given: string): boolean {
    if (actor.csrfToken !== null) return sameText(given, actor.csrfToken);
    return sameText(given, this.forNobodyOn(0)) || sameText(given, this.forNobodyOn(1));
  }

  private forNobodyOn(daysAgo: number): string {
    const day = ukDay(this.clock.now()).subtract({ days: daysAgo }).toString();
    return createHmac('sha256', this.secrets.get('form-token')).update(`form-token/1\n${day}`).digest('base64url');
  }
}

/** Compares in a time that tells nothing of where the texts differ. */
function sameText(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
