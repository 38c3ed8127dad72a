import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { interestKinds, waysManaged, wordsSchema } from './partnership.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

export const motionKinds = ['spend', 'set_aside', 'ring_fence', 'other', 'round', 'chest'] as const;
export type MotionKind = (typeof motionKinds)[number];
export const outcomes = ['carried', 'lost', 'deferred', 'no_quorum'] as const;
export type DecisionOutcome = (typeof outcomes)[number];
/** What is done where declared interests leave too few to decide (D2). */
export const waysForTooFew = ['defer', 'residents_called', 'fund_holder_confirms'] as const;
export type WayForTooFew = (typeof waysForTooFew)[number];

/** The last part of a public address, as in 'path-lights-x7k2mq'. */
export const titledSlug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
export const inPlaceAndMotion = z.strictObject({ place: placeSlug, motion: z.uuid() });
const withDecisionId = z.strictObject({ place: placeSlug, decision: z.uuid() });
const withDecisionSlug = z.strictObject({ place: placeSlug, decision: titledSlug });

/** An interest as it is published: by name (D5). */
export const publishedInterest = z.object({
  name: z.string(),
  kind: z.enum(interestKinds),
  about: z.string(),
  managed: z.nullable(z.enum(waysManaged)),
});

/** What an outcome was worked out from: counts only (D5). */
export const decisionCounts = z.object({
  members: z.int(),
  residentMembers: z.int(),
  present: z.int(),
  canDecide: z.int(),
  needed: z.int(),
  votesFor: z.int(),
  votesAgainst: z.int(),
  abstained: z.int(),
  residentVotes: z.int(),
});
export type DecisionCounts = z.output<typeof decisionCounts>;

const decisionSummary = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(motionKinds),
  outcome: z.enum(outcomes),
  amountPence: z.nullable(penceSchema),
  decidedOn: z.string(),
  plainSummary: z.string(),
  departs: z.boolean(),
});

/** What was decided, newest first; only what is published. Twenty a page. */
export const listDecisions = endpoint({
  method: 'GET',
  path: '/places/:place/decisions',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  query: z.strictObject({ page: z.optional(z.string().check(z.regex(/^[1-9]\d{0,4}$/))) }),
  response: z.object({ decisions: z.array(decisionSummary), total: z.int(), page: z.int(), pages: z.int() }),
});

/** One published decision, or an earlier version of one, with what happened since. */
export const readDecision = endpoint({
  method: 'GET',
  path: '/places/:place/decisions/:decision',
  within: 'place',
  who: 'anyone',
  params: withDecisionSlug,
  response: z.object({
    decision: z.object({
      ...decisionSummary.shape,
      id: z.string(),
      reasons: z.string(),
      departsReason: z.nullable(z.string()),
      wordsReason: z.nullable(z.string()),
      quorate: z.boolean(),
      residentsEnough: z.boolean(),
      way: z.nullable(z.enum(waysForTooFew)),
      wayNote: z.nullable(z.string()),
      fundHolderConfirmed: z.boolean(),
      ...decisionCounts.shape,
      publishedAt: z.string(),
      /** How this version differs from the one before it; null for a first version. */
      correctionNote: z.nullable(z.string()),
    }),
    meeting: z.object({ slug: z.string(), title: z.string(), startsAt: z.string(), published: z.boolean() }),
    motionWords: z.string(),
    recipient: z.nullable(z.string()),
    proposal: z.nullable(z.object({ slug: z.string(), title: z.string() })),
    round: z.nullable(z.object({ slug: z.string(), title: z.string(), chosen: z.boolean() })),
    interests: z.array(publishedInterest),
    /** Every version of this decision, oldest first; the last one stands. */
    versions: z.array(z.object({ slug: z.string(), publishedAt: z.string(), correctionNote: z.nullable(z.string()) })),
    project: z.nullable(
      z.object({
        slug: z.string(),
        title: z.string(),
        state: z.string(),
        promisedPence: penceSchema,
        paidPence: penceSchema,
        payments: z.int(),
      }),
    ),
    council: z.array(
      z.object({
        id: z.string(),
        words: z.string(),
        askedOn: z.string(),
        dueOn: z.string(),
        answeredAt: z.nullable(z.string()),
        answer: z.nullable(z.string()),
      }),
    ),
  }),
});

/**
 * Says what the members did about one item; the outcome is worked out from it and never typed (D1-D3).
 * `agreed_nobody_against`: all who may vote voted for it. `counted`: the numbers as counted in the room. `come_back`: put off.
 */
export const recordDecision = endpoint({
  method: 'POST',
  path: '/places/:place/motions/:motion/decision',
  within: 'place',
  who: ['chair'],
  params: inPlaceAndMotion,
  body: z.strictObject({
    ...formFields,
    result: z.enum(['agreed_nobody_against', 'counted', 'come_back']),
    votesFor: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
    votesAgainst: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
    abstained: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
    /** Of those who abstained, how many are residents. Needed only where somebody abstained. */
    residentsAbstained: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
    way: z.optional(z.nullable(z.enum(waysForTooFew))),
    wayNote: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(1000)))),
  }),
  response: z.object({ id: z.string(), outcome: z.enum(outcomes) }),
  problems: {
    'not-on-the-agenda': 409,
    'meeting-not-open': 409,
    'already-published': 409,
    'choose-a-way': 409,
    'way-not-open': 409,
    'way-needs-words': 422,
    'votes-do-not-add-up': 422,
    'residents-do-not-add-up': 422,
    'recipient-needed': 409,
    'above-our-limit': 409,
  },
});

/** The fund holder says yes to a decision that interests left too few to make alone (D2). */
export const confirmDecision = endpoint({
  method: 'POST',
  path: '/places/:place/decision-drafts/:decision/confirm',
  within: 'place',
  who: ['treasurer'],
  params: withDecisionId,
  body: z.strictObject({ ...formFields }),
  response: z.object({ id: z.string(), outcome: z.enum(outcomes) }),
  problems: { 'nothing-to-confirm': 409, 'has-an-interest': 403 },
});

const decisionWords = {
  title: wordsSchema(150),
  reasons: wordsSchema(5000),
  plainSummary: wordsSchema(600),
  departsReason: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(3000)))),
};

/** A recorded decision before it is published, with what its publication still needs. */
export const readDecisionDraft = endpoint({
  method: 'GET',
  path: '/places/:place/decision-drafts/:decision',
  within: 'place',
  who: ['member', 'chair', 'worker', 'treasurer'],
  params: withDecisionId,
  response: z.object({
    decision: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      kind: z.enum(motionKinds),
      outcome: z.enum(outcomes),
      amountPence: z.nullable(penceSchema),
      decidedOn: z.string(),
      reasons: z.string(),
      plainSummary: z.string(),
      departs: z.boolean(),
      departsReason: z.nullable(z.string()),
      way: z.nullable(z.enum(waysForTooFew)),
      wayNote: z.nullable(z.string()),
      awaitsFundHolder: z.boolean(),
      ...decisionCounts.shape,
      state: z.enum(['recorded', 'published', 'superseded']),
    }),
    interests: z.array(publishedInterest),
    /** The last day by which it should be published: five working days after it was made. */
    publishBy: z.string(),
    /** Whether publishing it promises money, and so needs to know from which account. */
    promises: z.boolean(),
    fromAccountId: z.nullable(z.string()),
  }),
});

/** Keeps the words for a decision until the chair publishes it. */
export const draftDecision = endpoint({
  method: 'POST',
  path: '/places/:place/decision-drafts/:decision',
  within: 'place',
  who: ['member', 'chair', 'worker'],
  params: withDecisionId,
  body: z.strictObject({ ...formFields, ...decisionWords }),
  response: z.object({ id: z.string() }),
  problems: { 'already-published': 409 },
});

/**
 * Publishes a decision, once. Money is promised in the same moment where it spends. Words that could be plainer are a
 * warning: say again with `wordsReason` to publish them anyway.
 */
export const publishDecision = endpoint({
  method: 'POST',
  path: '/places/:place/decision-drafts/:decision/publish',
  within: 'place',
  who: ['chair'],
  params: withDecisionId,
  body: z.strictObject({
    ...formFields,
    ...decisionWords,
    wordsReason: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(500)))),
    fromAccountId: z.optional(z.nullable(z.uuid())),
  }),
  response: z.object({ slug: z.string() }),
  problems: {
    'already-published': 409,
    'awaits-fund-holder': 409,
    'departs-without-reason': 422,
    'could-be-plainer': 422,
    'account-needed': 422,
    'recipient-needed': 409,
    'cannot-be-promised': 409,
  },
});

/** Puts a newer version of a published decision's words beside the old one, with a dated note. The outcome stays as it was. */
export const correctDecision = endpoint({
  method: 'POST',
  path: '/places/:place/decisions/:decision/correct',
  within: 'place',
  who: ['chair'],
  params: withDecisionSlug,
  body: z.strictObject({ ...formFields, ...decisionWords, correctionNote: wordsSchema(500) }),
  response: z.object({ slug: z.string() }),
  problems: { 'not-the-newest': 409, 'departs-without-reason': 422 },
});
