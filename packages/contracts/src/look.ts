import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';
import { proposalStages } from './proposals.ts';

const readers = ['member', 'chair', 'worker'] as const;
const lookers = ['member', 'chair'] as const;
const atId = z.strictObject({ place: placeSlug, id: z.uuid() });
/** A reason that its author hears first and everybody reads afterwards. */
const reasonWords = z.string().check(z.trim(), z.minLength(3), z.maxLength(1000));

export const listToLookAt = endpoint({
  method: 'GET',
  path: '/places/:place/to-look-at',
  within: 'place',
  who: readers,
  params: inPlace,
  response: z.object({
    proposals: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        what: z.string(),
        state: z.string(),
        costPence: z.nullable(penceSchema),
        lookAtBy: z.nullable(z.string()),
      }),
    ),
    comments: z.array(z.object({ id: z.string(), words: z.string(), proposalTitle: z.string(), by: z.string() })),
  }),
});

export const readToLookAt = endpoint({
  method: 'GET',
  path: '/places/:place/to-look-at/:id',
  within: 'place',
  who: readers,
  params: atId,
  response: z.object({
    proposal: z.object({
      id: z.string(),
      title: z.string(),
      what: z.string(),
      why: z.string(),
      who: z.string(),
      where: z.string(),
      costPence: z.nullable(penceSchema),
      state: z.string(),
      stage: z.enum(proposalStages),
      /** The public page, once there is one. */
      slug: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      by: z.string(),
      /** Why whoever asks may not move it on; null where they may. */
      notYouBecause: z.nullable(z.enum(['own-proposal', 'declared-interest', 'only-prepares'])),
    }),
  }),
  problems: { 'proposal-not-found': 404 },
});

/** What the partnership can do with a proposal that was sent or published. */
export const proposalMoves = ['publish', 'ask_changes', 'check', 'ready', 'not_possible', 'decline'] as const;
export type ProposalMove = (typeof proposalMoves)[number];

export const moveProposal = endpoint({
  method: 'POST',
  path: '/places/:place/to-look-at/:id/move',
  within: 'place',
  who: lookers,
  params: atId,
  body: z.strictObject({
    ...formFields,
    move: z.enum(proposalMoves),
    reason: z.optional(reasonWords),
    nextStep: z.optional(z.string().check(z.trim(), z.maxLength(200))),
    nextBy: z.optional(z.iso.date()),
    /** The cost that was checked, typed in pounds; needed before it is ready. */
    cost: z.optional(z.string().check(z.maxLength(20))),
  }),
  response: z.object({ state: z.string(), slug: z.string() }),
  problems: {
    'proposal-not-found': 404,
    'not-from-this-state': 409,
    'own-proposal': 403,
    'declared-interest': 403,
    'reason-needed': 422,
    'cost-needed': 422,
    'not-a-sum': 422,
  },
});

export const lookAtComment = endpoint({
  method: 'POST',
  path: '/places/:place/comments-to-look-at/:id',
  within: 'place',
  who: lookers,
  params: atId,
  body: z.strictObject({ ...formFields, publish: z.boolean() }),
  response: z.object({ published: z.boolean() }),
  problems: { 'comment-not-found': 404 },
});
