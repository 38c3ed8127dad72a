import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { penceSchema } from './places.ts';
import { ballotLimitsSchema, ballotTypes, inRound } from './rounds.ts';

/** One mark on a ballot. `points` for `points` and `score`; for `ranked` the order of the choices is the ranking, best first. */
export const choiceSchema = z.strictObject({
  code: z.string().check(z.maxLength(200)),
  points: z.optional(z.int().check(z.nonnegative(), z.maximum(255))),
});
export type Choice = z.output<typeof choiceSchema>;

/** What the ballot page shows. Nothing in it depends on any vote that was cast (L7). */
export const readBallot = endpoint({
  method: 'GET',
  path: '/places/:place/rounds/:round/ballot',
  within: 'place',
  who: 'anyone',
  params: inRound,
  /** The visitor's own seed: the projects are shown in an order drawn from it, so that no project gains by standing first for all. */
  query: z.optional(z.strictObject({ order: z.optional(z.string().check(z.regex(/^[0-9a-f]{16}$/))) })),
  response: z.object({
    title: z.string(),
    question: z.string(),
    potPence: penceSchema,
    ballotType: z.enum(ballotTypes),
    limits: ballotLimitsSchema,
    opensAt: z.string(),
    closesAt: z.string(),
    isOpen: z.boolean(),
    state: z.string(),
    projects: z.array(
      z.object({ code: z.string(), title: z.string(), summary: z.string(), costPence: penceSchema, proposalSlug: z.nullable(z.string()) }),
    ),
    /** True when who asks may cast by being signed in. */
    mayCastSignedIn: z.boolean(),
    signedIn: z.boolean(),
    demonstration: z.boolean(),
  }),
});

/**
 * Casts a ballot: by a voting code, else as who is signed in. Casting again until closing replaces the last one.
 * `formId` is made at random with the page that shows the choices to be checked; the same form sent twice is one ballot and one receipt.
 */
export const castBallot = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/ballot',
  within: 'place',
  who: 'anyone',
  once: 'itself',
  params: inRound,
  body: z.strictObject({
    ...formFields,
    choices: z.array(choiceSchema).check(z.maxLength(255)),
    votingCode: z.optional(z.string().check(z.maxLength(40))),
  }),
  response: z.object({ receipt: z.string(), closesAt: z.string() }),
  problems: {
    'not-open': 409,
    'unknown-project': 422,
    'project-named-twice': 422,
    'too-many-choices': 422,
    'dearer-than-the-pot': 422,
    'points-wrong': 422,
    'sign-in-or-code': 401,
    'code-wrong': 403,
    'too-many-tries': 429,
    'not-on-the-list': 403,
    'paper-handed-over': 409,
    'too-many-changes': 429,
  },
});

/** Whether an envelope with this code reached the box. Says nothing else, whatever is asked (L29). */
export const readReceipt = endpoint({
  method: 'GET',
  path: '/places/:place/rounds/:round/receipts/:code',
  within: 'place',
  who: 'anyone',
  params: z.extend(inRound, { code: z.string().check(z.maxLength(40)) }),
  response: z.object({ inTheBox: z.boolean() }),
});
