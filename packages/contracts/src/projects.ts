import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

export const projectStates = ['agreed', 'agreement_pending', 'active', 'paused', 'finishing', 'closed', 'cancelled'] as const;
export type ProjectState = (typeof projectStates)[number];

const ofProject = z.strictObject({ place: placeSlug, project: z.string().check(z.maxLength(80)) });
const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

const projectInBrief = z.object({
  slug: z.string(),
  title: z.string(),
  state: z.enum(projectStates),
  theme: z.nullable(z.string()),
  promisedPence: penceSchema,
  spentPence: penceSchema,
  nextStep: z.nullable(z.string()),
  nextBy: z.nullable(z.iso.date()),
  isLate: z.boolean(),
});

/** Every project of a place, those that are going on first. */
export const listProjects = endpoint({
  method: 'GET',
  path: '/places/:place/projects',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({ projects: z.array(projectInBrief) }),
});

/** A project with its money, the decisions behind it, what is told of it and what was paid. */
export const readProject = endpoint({
  method: 'GET',
  path: '/places/:place/projects/:project',
  within: 'place',
  who: 'anyone',
  params: ofProject,
  response: z.object({
    project: z.object({
      id: z.uuid(),
      ...projectInBrief.shape,
      nature: z.enum(['capital', 'revenue']),
      summary: z.string(),
      agreedOn: z.iso.date(),
      learnt: z.nullable(z.string()),
      /** An organisation by name; a person as 'an individual'. */
      payee: z.string(),
      proposalSlug: z.nullable(z.string()),
      /** Given back to the purse because it was not needed. */
      releasedPence: penceSchema,
      followed: z.boolean(),
    }),
    decisions: z.array(z.object({ slug: z.string(), title: z.string(), decidedOn: z.iso.date(), amountPence: penceSchema })),
    updates: z.array(z.object({ words: z.string(), onDay: z.iso.date() })),
    payments: z.array(
      z.object({
        number: z.int(),
        paidOn: z.iso.date(),
        purpose: z.string(),
        amountPence: penceSchema,
        refundedPence: penceSchema,
        reversed: z.boolean(),
      }),
    ),
    accounts: z.array(z.object({ id: z.uuid(), kind: z.enum(['promised', 'owed', 'spent']), balancePence: penceSchema })),
    may: z.array(z.enum(['tell', 'release'])),
  }),
});

/** Tells everyone how a project goes on, and what comes next. Whoever follows it hears of it. */
export const tellOfProject = endpoint({
  method: 'POST',
  path: '/places/:place/projects/:project/updates',
  within: 'place',
  who: ['worker', 'member', 'chair', 'treasurer'],
  params: ofProject,
  body: z.strictObject({
    ...formFields,
    words: words(1_000),
    state: z.enum(projectStates),
    nextStep: z.nullable(words(200)),
    nextBy: z.nullable(z.iso.date()),
    learnt: z.nullable(words(1_000)),
  }),
  response: z.object({ slug: z.string() }),
  problems: { 'project-not-found': 404, 'day-without-step': 422, 'money-still-promised': 409 },
});

/** Gives what was promised and is not needed back to where it came from. */
export const releasePromise = endpoint({
  method: 'POST',
  path: '/places/:place/projects/:project/release',
  within: 'place',
  who: ['treasurer', 'chair'],
  params: ofProject,
  body: z.strictObject({ ...formFields, reason: words(300), happenedOn: z.iso.date() }),
  response: z.object({ releasedPence: penceSchema }),
  problems: {
    'project-not-found': 404,
    'nothing-to-release': 409,
    'payments-on-their-way': 409,
    'not-enough-money': 409,
    'entry-needs-day-and-reason': 422,
  },
});
