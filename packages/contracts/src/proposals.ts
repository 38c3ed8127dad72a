import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

/** The questions of a proposal, in the order in which they are asked. */
export const proposalQuestions = ['title', 'what', 'why', 'who', 'where', 'cost'] as const;
export type ProposalQuestion = (typeof proposalQuestions)[number];

/** The longest answer to each question, in characters; a cost is typed in pounds. */
export const longestAnswer: Readonly<Record<ProposalQuestion, number>> = {
  title: 80,
  what: 2000,
  why: 2000,
  who: 1000,
  where: 500,
  cost: 20,
};

/** Within how many days the partnership looks at a proposal that was sent. */
export const lookedAtWithinDays = 10;

/** Where a proposal is, in the words that residents see. */
export const proposalStages = ['sent', 'talking', 'checking', 'ready', 'decided', 'happening', 'not_this_time'] as const;
export type ProposalStage = (typeof proposalStages)[number];

const proposers = ['resident', 'verified_resident', 'member', 'chair'] as const;

const atId = z.strictObject({ place: placeSlug, id: z.uuid() });
const atSlug = z.strictObject({ place: placeSlug, slug: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/)) });
const pageNumber = z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000)));

export const proposalCard = z.object({
  slug: z.string(),
  title: z.string(),
  what: z.string(),
  costPence: z.nullable(penceSchema),
  stage: z.enum(proposalStages),
  nextStep: z.nullable(z.string()),
  nextBy: z.nullable(z.string()),
  supports: z.int(),
  comments: z.int(),
});
export type ProposalCard = z.output<typeof proposalCard>;

const draftSchema = z.object({
  id: z.string(),
  state: z.enum(['draft', 'changes_asked', 'submitted', 'withdrawn', 'other']),
  /** Whether its author may still take it back. */
  mayWithdraw: z.boolean(),
  reason: z.nullable(z.string()),
  answers: z.object({
    title: z.string(),
    what: z.string(),
    why: z.string(),
    who: z.string(),
    where: z.string(),
    /** As typed: pounds, or empty. */
    cost: z.string(),
  }),
  /** Questions that still need an answer before it can be sent; where and cost may stay open. */
  missing: z.array(z.enum(proposalQuestions)),
  /** The public page, once there is one. */
  slug: z.nullable(z.string()),
  /** Once sent: the ISO day by which the partnership looks at it. */
  lookedAtBy: z.nullable(z.string()),
});

export const startProposal = endpoint({
  method: 'POST',
  path: '/places/:place/my-proposals',
  within: 'place',
  who: proposers,
  params: inPlace,
  body: z.strictObject({ ...formFields, title: z.string().check(z.trim(), z.minLength(3), z.maxLength(longestAnswer.title)) }),
  response: z.object({ id: z.string() }),
  problems: { 'too-many-drafts': 409 },
});

export const listMyProposals = endpoint({
  method: 'GET',
  path: '/places/:place/my-proposals',
  within: 'place',
  who: proposers,
  params: inPlace,
  response: z.object({
    proposals: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        state: z.string(),
        stage: z.enum(proposalStages),
        slug: z.nullable(z.string()),
        reason: z.nullable(z.string()),
      }),
    ),
  }),
});

export const readMyProposal = endpoint({
  method: 'GET',
  path: '/places/:place/my-proposals/:id',
  within: 'place',
  who: proposers,
  params: atId,
  response: z.object({ proposal: draftSchema }),
  problems: { 'proposal-not-found': 404 },
});

/** Keeps one answer as it is typed, complete or not. */
export const saveAnswer = endpoint({
  method: 'POST',
  path: '/places/:place/my-proposals/:id/answers',
  within: 'place',
  who: proposers,
  params: atId,
  body: z.strictObject({ ...formFields, question: z.enum(proposalQuestions), answer: z.string().check(z.maxLength(2000)) }),
  response: z.object({ proposal: draftSchema }),
  problems: { 'proposal-not-found': 404, 'not-yours-to-change-now': 409, 'answer-too-long': 422, 'not-a-sum': 422 },
});

export const sendProposal = endpoint({
  method: 'POST',
  path: '/places/:place/my-proposals/:id/send',
  within: 'place',
  who: proposers,
  params: atId,
  body: z.strictObject(formFields),
  response: z.object({ state: z.literal('submitted') }),
  problems: { 'proposal-not-found': 404, 'not-yours-to-change-now': 409, 'answers-missing': 409 },
});

export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/places/:place/my-proposals/:id/withdraw',
  within: 'place',
  who: proposers,
  params: atId,
  body: z.strictObject(formFields),
  response: z.object({ state: z.literal('withdrawn') }),
  problems: { 'proposal-not-found': 404, 'too-late-to-withdraw': 409 },
});

export const listProposals = endpoint({
  method: 'GET',
  path: '/places/:place/proposals',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  query: z.optional(
    z.strictObject({ page: pageNumber, stage: z.optional(z.enum(proposalStages)), words: z.optional(z.string().check(z.maxLength(100))) }),
  ),
  response: z.object({ proposals: z.array(proposalCard), total: z.int(), page: z.int(), pages: z.int() }),
});

export const readProposal = endpoint({
  method: 'GET',
  path: '/places/:place/proposals/:slug',
  within: 'place',
  who: 'anyone',
  params: atSlug,
  response: z.object({
    proposal: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      what: z.string(),
      why: z.string(),
      who: z.string(),
      where: z.string(),
      costPence: z.nullable(penceSchema),
      stage: z.enum(proposalStages),
      state: z.string(),
      reason: z.nullable(z.string()),
      nextStep: z.nullable(z.string()),
      nextBy: z.nullable(z.string()),
      /** The first name of whoever proposed it. */
      proposedBy: z.nullable(z.string()),
      publishedOn: z.nullable(z.string()),
      supports: z.int(),
      comments: z.array(
        z.object({
          id: z.string(),
          by: z.string(),
          saidAs: z.enum(['resident', 'partnership', 'council']),
          words: z.string(),
          on: z.string(),
        }),
      ),
      /** For whoever asks; false for somebody unknown. */
      supported: z.boolean(),
      followed: z.boolean(),
    }),
  }),
  problems: { 'proposal-not-found': 404 },
});

export const supportProposal = endpoint({
  method: 'POST',
  path: '/places/:place/proposals/:slug/support',
  within: 'place',
  who: proposers,
  params: atSlug,
  body: z.strictObject({ ...formFields, support: z.boolean() }),
  response: z.object({ supported: z.boolean(), supports: z.int() }),
  problems: { 'proposal-not-found': 404 },
});

export const commentOnProposal = endpoint({
  method: 'POST',
  path: '/places/:place/proposals/:slug/comments',
  within: 'place',
  who: [...proposers, 'liaison_officer'],
  params: atSlug,
  body: z.strictObject({ ...formFields, words: z.string().check(z.trim(), z.minLength(2), z.maxLength(1500)) }),
  response: z.object({ held: z.boolean() }),
  problems: { 'proposal-not-found': 404 },
});
