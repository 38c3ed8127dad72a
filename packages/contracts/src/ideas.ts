import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, placeSlug } from './places.ts';

/** The longest idea, in characters: a line or two. */
export const longestIdea = 500;

const pageNumber = z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000)));

/** A line or two from anybody, without a form. */
export const sendIdea = endpoint({
  method: 'POST',
  path: '/places/:place/ideas',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  body: z.strictObject({ ...formFields, words: z.string().check(z.trim(), z.minLength(3), z.maxLength(longestIdea)) }),
  response: z.object({ received: z.literal(true) }),
  problems: { 'no-data-controller': 409, 'too-many-ideas': 429 },
});

/** For the partnership: ideas that nobody has read yet first, then the newest. */
export const listIdeas = endpoint({
  method: 'GET',
  path: '/places/:place/ideas-to-read',
  within: 'place',
  who: ['member', 'chair', 'worker'],
  params: inPlace,
  query: z.optional(z.strictObject({ page: pageNumber })),
  response: z.object({
    ideas: z.array(z.object({ id: z.string(), words: z.string(), state: z.string(), on: z.string() })),
    more: z.boolean(),
  }),
});

/** Marks an idea as read and kept, publishes it, or takes it away. */
export const sortIdea = endpoint({
  method: 'POST',
  path: '/places/:place/ideas-to-read/:id',
  within: 'place',
  who: ['member', 'chair'],
  params: z.strictObject({ place: placeSlug, id: z.uuid() }),
  body: z.strictObject({ ...formFields, to: z.enum(['published', 'kept', 'removed']) }),
  response: z.object({ state: z.string() }),
  problems: { 'idea-not-found': 404 },
});
