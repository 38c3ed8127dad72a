import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { followed } from './following.ts';
import { inPlace, placeSlug } from './places.ts';

/** Which letters somebody wants: one at each step, or none but those they must not miss. */
export const letterChoices = ['each_step', 'none'] as const;

const noticeSchema = z.object({
  id: z.string(),
  subject: z.string(),
  words: z.string(),
  madeAt: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'uncertain', 'failed', 'suppressed']),
});

/** What somebody was told in this place, newest first, and what they follow. */
export const readMyNotices = endpoint({
  method: 'GET',
  path: '/places/:place/my-notices',
  within: 'place',
  who: 'signed-in',
  params: inPlace,
  response: z.object({
    notices: z.array(noticeSchema),
    letters: z.enum(letterChoices),
    following: z.array(z.object({ kind: z.enum(followed), id: z.string(), title: z.string(), address: z.string() })),
  }),
});

export const chooseLetters = endpoint({
  method: 'POST',
  path: '/places/:place/my-letters',
  within: 'place',
  who: ['resident', 'member', 'chair', 'treasurer', 'liaison_officer', 'worker', 'helper'],
  params: inPlace,
  body: z.strictObject({ ...formFields, letters: z.enum(letterChoices) }),
  response: z.object({ letters: z.enum(letterChoices) }),
});

/** The last line of each letter leads here: `key` shows that the link came with a letter to this person. */
const stopParams = z.strictObject({ place: placeSlug, person: z.uuid(), key: z.string().check(z.maxLength(64)) });

export const readStopLetters = endpoint({
  method: 'GET',
  path: '/places/:place/letters-off/:person/:key',
  within: 'place',
  who: 'anyone',
  params: stopParams,
  response: z.object({ letters: z.enum(letterChoices) }),
  problems: { 'link-not-known': 404 },
});

export const stopLetters = endpoint({
  method: 'POST',
  path: '/places/:place/letters-off/:person/:key',
  within: 'place',
  who: 'anyone',
  params: stopParams,
  body: z.strictObject({ ...formFields, letters: z.enum(letterChoices) }),
  response: z.object({ letters: z.enum(letterChoices) }),
  problems: { 'link-not-known': 404 },
});

/** On a laptop without a mail server: the letters that would have gone out, newest first. */
export const readLetters = endpoint({
  method: 'GET',
  path: '/letters',
  within: 'site',
  who: 'anyone',
  query: z.optional(z.strictObject({ page: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000))) })),
  response: z.object({
    letters: z.array(z.object({ to: z.string(), subject: z.string(), words: z.string(), at: z.string() })),
    more: z.boolean(),
  }),
  problems: { 'letters-go-out': 404 },
});
