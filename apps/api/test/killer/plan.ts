import type { Victim } from './installation.ts';

/** The same numbers for the same seed. */
export function drawFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A random order in which each kind comes before one comes again. */
export function plan(count: number, draw: () => number): readonly Victim[] {
  const bag: readonly Victim[] = ['app', 'postgres', 'worker', 'postmaster', 'backend', 'everything'];
  const order: Victim[] = [];
  while (order.length < count)
    order.push(
      ...bag
        .map((victim) => ({ victim, key: draw() }))
        .sort((a, b) => a.key - b.key)
        .map(({ victim }) => victim),
    );
  return order.slice(0, count);
}
