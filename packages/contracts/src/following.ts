import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace } from './places.ts';

/** What somebody can follow: they then hear of each step. */
export const followed = ['proposal', 'round', 'project', 'decision'] as const;

export const followThing = endpoint({
  method: 'POST',
  path: '/places/:place/follow',
  within: 'place',
  who: ['resident', 'member', 'chair', 'treasurer', 'liaison_officer', 'worker', 'helper'],
  params: inPlace,
  body: z.strictObject({ ...formFields, kind: z.enum(followed), id: z.uuid(), follow: z.boolean() }),
  response: z.object({ following: z.boolean() }),
  problems: { 'no-such-thing': 404 },
});
