import * as z from 'zod/mini';
import { outcomes } from './decisions.ts';
import { endpoint, formFields } from './endpoint.ts';
import { daySchema, wordsSchema } from './partnership.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

export const councilQuestion = z.object({
  id: z.string(),
  words: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  /** Not answered, and its day has passed. */
  late: z.boolean(),
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(z.string()),
  /** What it is about. */
  about: z.nullable(z.object({ kind: z.enum(['decision', 'proposal']), slug: z.string(), title: z.string() })),
});

/** What a neighbourhood has asked its council, with the answers: the ones waiting first, the longest waiting on top. */
export const listCouncilQuestions = endpoint({
  method: 'GET',
  path: '/places/:place/council-questions',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  query: z.strictObject({ proposal: z.optional(z.uuid()) }),
  response: z.object({ questions: z.array(councilQuestion) }),
});

/** The partnership asks the council in public, about a published decision or proposal or about anything. Four weeks unless said otherwise. */
export const askCouncil = endpoint({
  method: 'POST',
  path: '/places/:place/council-questions',
  within: 'place',
  who: ['member', 'chair'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    words: wordsSchema(2000),
    decisionId: z.optional(z.nullable(z.uuid())),
    proposalId: z.optional(z.nullable(z.uuid())),
    dueOn: z.optional(z.nullable(daySchema)),
  }),
  response: z.object({ id: z.string(), dueOn: z.string() }),
  problems: { 'due-too-early': 422, 'decision-not-found': 404, 'proposal-not-found': 404 },
});

/** The council's official answer, in public and for good. */
export const answerCouncil = endpoint({
  method: 'POST',
  path: '/places/:place/council-questions/:question/answer',
  within: 'place',
  who: ['liaison_officer'],
  params: z.strictObject({ place: placeSlug, question: z.uuid() }),
  body: z.strictObject({ ...formFields, answer: wordsSchema(5000) }),
  response: z.object({ id: z.string() }),
  problems: { 'already-answered': 409 },
});

/** Everything that a council contact has to look at, over all their neighbourhoods; none of it compares one with another. */
export const readPatch = endpoint({
  method: 'GET',
  path: '/liaison',
  within: 'site',
  who: 'signed-in',
  response: z.object({
    places: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        waiting: z.array(councilQuestion),
        /** Decisions published in the last 60 days, newest first, at most ten. */
        decisions: z.array(
          z.object({
            slug: z.string(),
            title: z.string(),
            outcome: z.enum(outcomes),
            amountPence: z.nullable(penceSchema),
            decidedOn: z.string(),
            departs: z.boolean(),
          }),
        ),
      }),
    ),
    waiting: z.int(),
    late: z.int(),
  }),
});
