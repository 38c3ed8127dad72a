import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { penceSchema } from './places.ts';
import { inRound } from './rounds.ts';

/** One project of a result, with why and how close. Sums are whole pence, rounded down where a share of a penny is left. */
export const resultProjectSchema = z.object({
  code: z.string(),
  title: z.string(),
  proposalSlug: z.nullable(z.string()),
  costPence: penceSchema,
  votes: z.int(),
  chosen: z.boolean(),
  /** At which step it was chosen. */
  step: z.nullable(z.int()),
  question: z.string(),
  sentences: z.array(z.string()),
  /** It would have been chosen at this cost, or with so many more supporters; for the final share. */
  chosenAtCostPence: z.nullable(penceSchema),
  chosenWithMoreSupporters: z.nullable(z.int()),
  /** Cost ÷ the largest payment, to one decimal. */
  effectiveVotes: z.nullable(z.string()),
  supportersLeftWithNothing: z.int(),
  /** What its supporters still had together when the count ended; for projects that were not chosen. */
  supportersStillHadPence: z.nullable(penceSchema),
});
export type ResultProject = z.output<typeof resultProjectSchema>;

export const resultSchema = z.object({
  version: z.int(),
  state: z.enum(['provisional', 'verified', 'published', 'recounted']),
  ballots: z.int(),
  emptyBallots: z.int(),
  potPence: penceSchema,
  spentPence: penceSchema,
  leftPence: penceSchema,
  /** SHA-256 of the ballots' file, hex. */
  digest: z.string(),
  ruleName: z.nullable(z.string()),
  /** What each voter had at the start and in the run that counts. */
  share: z.nullable(z.object({ startPence: penceSchema, finalPence: penceSchema })),
  tieOrder: z.array(z.string()),
  ties: z.array(z.object({ step: z.int(), codes: z.array(z.string()), taken: z.string() })),
  seed: z.nullable(z.string()),
  /** Most votes first. */
  projects: z.array(resultProjectSchema),
  /** Entry k: how many voters got k of what they ticked. */
  got: z.array(z.int()),
  /** 'Most votes first' beside it; only once verified. */
  mostVotesFirst: z.nullable(z.object({ chosen: z.array(z.string()), spentPence: penceSchema, leftWithNothing: z.int() })),
  confirmedBy: z.int(),
  /** False with fewer than 30 ballots: then two vote checkers recount, and nobody else can. */
  fileIsPublic: z.boolean(),
});
export type RoundResult = z.output<typeof resultSchema>;

export const readResult = endpoint({
  method: 'GET',
  path: '/places/:place/rounds/:round/result',
  within: 'place',
  who: 'anyone',
  params: inRound,
  response: z.object({ title: z.string(), closesAt: z.string(), imported: z.boolean(), result: resultSchema }),
  problems: { 'no-result-yet': 404 },
});

/** Opens the box of a closed round and counts. */
export const countRound = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/count',
  within: 'place',
  who: ['scrutineer', 'chair'],
  params: inRound,
  body: z.strictObject(formFields),
  response: z.object({ ballots: z.int(), digest: z.string() }),
  problems: { 'voting-still-running': 409, 'already-counted': 409, 'round-cancelled': 409, 'not-announced': 409 },
});

/** A vote checker says that the count is right. The second one makes the result verified. */
export const confirmResult = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/confirm',
  within: 'place',
  who: ['scrutineer'],
  freshSecondFactor: true,
  params: inRound,
  body: z.strictObject({ ...formFields, version: z.int(), noInterest: z.literal('yes') }),
  response: z.object({ state: z.enum(['provisional', 'verified']), confirmations: z.int() }),
  problems: {
    'no-result-yet': 404,
    'another-version': 409,
    'already-confirmed': 409,
    'has-an-interest': 409,
    'not-waiting-for-confirmation': 409,
  },
});

export const publishResult = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/publish',
  within: 'place',
  who: ['chair', 'scrutineer'],
  params: inRound,
  body: z.strictObject(formFields),
  response: z.object({ state: z.literal('published') }),
  problems: { 'not-verified': 409 },
});

/** Counts the same ballots again. The answer is a further version; `same` says whether it agrees byte for byte. */
export const recountRound = endpoint({
  method: 'POST',
  path: '/places/:place/rounds/:round/recount',
  within: 'place',
  who: ['scrutineer', 'chair'],
  params: inRound,
  body: z.strictObject(formFields),
  response: z.object({ same: z.boolean(), version: z.int() }),
  problems: { 'not-published': 409 },
});

/** The ballots as a Pabulib `.pb` file, streamed as text. Public from 30 ballots up, once there is a result. */
export const readBallotsFile = endpoint({
  method: 'GET',
  path: '/places/:place/rounds/:round/ballots.pb',
  within: 'place',
  who: 'anyone',
  params: inRound,
  response: z.object({}),
  problems: { 'no-result-yet': 404, 'too-few-ballots': 404 },
});
