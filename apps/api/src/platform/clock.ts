import { type Clock, systemClock } from '@pursestrings/basics/time';

export type { Clock };

/** The injection token of the clock: the machine's own, or a test's. */
export const CLOCK = Symbol('CLOCK');
export { systemClock };
