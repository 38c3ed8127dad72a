import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

/** The address of a round in its neighbourhood, as in 'spring-vote-k3m9xq'. */
export const roundSlug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
export const inRound = z.strictObject({ place: placeSlug, round: roundSlug });

/** Domain states of a round; what the clock has opened or closed counts as open or closed. */
export const roundStates = [
  'draft',
  'announced',
  'open',
  'closed',
  'counting',
  'provisional',
  'verified',
  'published',
  'recounted',
  'cancelled',
] as const;
export type RoundState = (typeof roundStates)[number];

export const ballotTypes = ['approval', 'up_to_k', 'basket', 'points', 'ranked', 'score'] as const;
export type BallotType = (typeof ballotTypes)[number];

/** What one ballot may hold beyond the kind of ballot: for `up_to_k` how many ticks, for `points` how many to give, and so on. */
export const ballotLimitsSchema = z.object({
  mostChoices: z.nullable(z.int()),
  pointsToGive: z.nullable(z.int()),
  highestScore: z.nullable(z.int()),
  longestRanking: z.nullable(z.int()),
});
export type BallotLimits = z.output<typeof ballotLimitsSchema>;

export const roundProjectSchema = z.object({
  /** Stands on ballots and in the published file, as in 'p1'. */
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  costPence: penceSchema,
  /** The proposal's address; null for imported rounds. */
  proposalSlug: z.nullable(z.string()),
  outcome: z.nullable(z.enum(['chosen', 'not_chosen_this_time'])),
});
export type RoundProject = z.output<typeof roundProjectSchema>;

const roundLine = {
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  potPence: penceSchema,
  state: z.enum(roundStates),
  /** ISO instants in UTC. */
  opensAt: z.string(),
  closesAt: z.string(),
  projects: z.int(),
  cancelledReason: z.nullable(z.string()),
  /** True for a round made from an outside file, for trying things out. */
  imported: z.boolean(),
};

export const listRounds = endpoint({
  method: 'GET',
  path: '/places/:place/rounds',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({ rounds: z.array(z.object(roundLine)), mayPrepare: z.boolean() }),
});

/** Everything that is decided about a round before it opens, and what may be done with it now by who asks. */
export const readRound = endpoint({
  method: 'GET',
  path: '/places/:place/rounds/:round',
  within: 'place',
  who: 'anyone',
  params: inRound,
  response: z.object({
    round: z.object({
      ...roundLine,
      projects: z.array(roundProjectSchema),
      ballotType: z.enum(ballotTypes),
      limits: ballotLimitsSchema,
      /** The rule's name for the counting command, as in 'mes_cost_add1_u'; null where its steps have none. */
      ruleName: z.nullable(z.string()),
      /** SHA-256 of the frozen rules, and of the seed that lots are drawn from; null before announcement. Hex. */
      rulesHash: z.nullable(z.string()),
      seedCommitment: z.nullable(z.string()),
      /** The seed itself: only after closing. */
      seed: z.nullable(z.string()),
      /** True where one key on the server opens the box, so that one person can try everything. */
      demonstration: z.boolean(),
      /** How many confirmed this result so far; null before there is one. */
      confirmations: z.nullable(z.int()),
    }),
    /** What who asks may do with the round in its state. */
    may: z.array(z.enum(['announce', 'cancel', 'count', 'confirm', 'publish', 'recount', 'give_code'])),
  }),
});

const preparing = ['member', 'chair', 'worker'] as const;

/** Proposals that are ready to be asked about. */
export const listReadyProposals = endpoint({
  method: 'GET',
  path: '/places/:place/rounds-to-prepare',
  within: 'place',
  who: preparing,
  params: inPlace,
  response: z.object({
    proposals: z.array(z.object({ slug: z.string(), title: z.string(), what: z.string(), costPence: z.nullable(penceSchema) })),
  }),
});

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const time = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** A round as a draft: nothing is promised to anybody before it is announced. Days and times are those of the United Kingdom. */
export const prepareRound = endpoint({
  method: 'POST',
  path: '/places/:place/rounds',
  within: 'place',
  who: preparing,
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    title: text(100),
    question: text(200),
    potPence: z.int().check(z.positive()),
    ballotType: z.enum(ballotTypes),
    limits: z.optional(
      z.strictObject({
        mostChoices: z.optional(z.int().check(z.positive())),
        pointsToGive: z.optional(z.int().check(z.positive(), z.maximum(255))),
        highestScore: z.optional(z.int().check(z.positive(), z.maximum(255))),
        longestRanking: z.optional(z.int().check(z.positive(), z.maximum(255))),
      }),
    ),
    opensOn: day,
    opensTime: time,
    closesOn: day,
    closesTime: time,
    /** Addresses of ready proposals, in the order to number them. */
    proposals: z.array(z.string()).check(z.minLength(2), z.maxLength(200)),
  }),
  response: z.object({ slug: z.string() }),
  problems: {
    'hour-skipped': 422,
    'hour-repeated': 422,
    'not-a-time': 422,
    'closes-before-opening': 422,
    'proposal-not-ready': 409,
    'proposal-without-cost': 409,
    'dearer-than-the-pot': 409,
    'limit-missing': 422,
  },
});

/** Announces a draft: its rules are frozen from here on. */
export const announceRound = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/announce',
  within: 'place',
  who: ['chair'],
  params: inRound,
  body: z.strictObject(formFields),
  response: z.object({ rulesHash: z.string() }),
  problems: { 'not-a-draft': 409, 'opening-has-passed': 409, 'proposal-not-ready': 409, 'cannot-hold-a-vote-yet': 409 },
});

/** Cancels a round in public, with the reason; possible until there is a result. */
export const cancelRound = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/cancel',
  within: 'place',
  who: ['chair'],
  params: inRound,
  body: z.strictObject({ ...formFields, reason: text(1000) }),
  response: z.object({ state: z.literal('cancelled') }),
  problems: { 'too-late-to-cancel': 409 },
});

/** A new voting code for one person on the voting list, shown this once; an earlier one stops working. */
export const giveVotingCode = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/codes',
  within: 'place',
  who: ['helper', 'worker'],
  params: inRound,
  body: z.strictObject({ ...formFields, personId: z.uuid() }),
  response: z.object({ code: z.string() }),
  problems: { 'not-open': 409, 'not-on-the-list': 409 },
});

/** People on the voting list whose name holds the words looked for: at most 50, by name. Nothing says who has voted. */
export const findVoters = endpoint({
  method: 'GET',
  path: '/places/:place/rounds/:round/voters',
  within: 'place',
  who: ['helper', 'worker'],
  params: inRound,
  query: z.optional(z.strictObject({ name: z.optional(z.string().check(z.maxLength(100))) })),
  response: z.object({ voters: z.array(z.object({ personId: z.string(), name: z.string() })) }),
});
