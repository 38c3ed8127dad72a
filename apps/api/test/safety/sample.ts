import type { TestPerson } from '../make/world.ts';
import type { Stage } from './stage.ts';
import { things } from './things.ts';

/** A request that its route takes: who sends it, about what, with what. */
export interface Sampled {
  readonly as?: TestPerson;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Makes, in a fresh place, what a request needs, and the request itself. */
export type Sample = (stage: Stage) => Promise<Sampled>;

/** A thing of a kind that safety/things.ts makes. */
export async function made(kind: string, stage: Stage): Promise<string> {
  const make = things[kind];
  if (!make) throw new Error(`safety/things.ts has no line '${kind}'.`);
  return await make(stage);
}
