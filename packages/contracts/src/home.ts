import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { inPlace, penceSchema } from './places.ts';

/** The whole purse as its bar shows it; the four parts add up to `totalPence`. */
export const purseSchema = z.object({
  totalPence: penceSchema,
  spentPence: penceSchema,
  promisedPence: penceSchema,
  setAsidePence: penceSchema,
  freePence: penceSchema,
  /** The last day of the longest award, as an ISO day. */
  endsOn: z.nullable(z.string()),
});
export type Purse = z.output<typeof purseSchema>;

/** What a decision came to, in the words of the home page. */
export const decisionOutcomes = ['agreed', 'not_agreed', 'put_off'] as const;
/** How a project stands: on its way in time, late, or open and running. */
export const projectStandings = ['on_its_way', 'late', 'open'] as const;

/**
 * All that a neighbourhood's home shows, from what is published. Whatever does not exist yet is null or empty; the page
 * then says so. Lists are short: the newest three.
 */
export const readHome = endpoint({
  method: 'GET',
  path: '/places/:place/home',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({
    purse: z.nullable(purseSchema),
    /** The vote that is open, else the next one announced, else one being counted. */
    round: z.nullable(
      z.object({
        slug: z.string(),
        title: z.string(),
        state: z.enum(['announced', 'open', 'counting']),
        proposals: z.int(),
        potPence: penceSchema,
        opensAt: z.string(),
        closesAt: z.string(),
        votingAge: z.int(),
        /** Where paper packs lie, as in 'the hub, the library or the youth club'. */
        paperWhere: z.nullable(z.string()),
      }),
    ),
    decisions: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        outcome: z.enum(decisionOutcomes),
        pence: z.nullable(penceSchema),
        reason: z.string(),
      }),
    ),
    decisionCount: z.int(),
    projects: z.array(z.object({ slug: z.string(), title: z.string(), standing: z.enum(projectStandings), news: z.string() })),
    meeting: z.nullable(z.object({ startsAt: z.string(), where: z.string(), items: z.int(), papersPublished: z.boolean() })),
    /** Who reads ideas, by first name, and the ISO day by which one sent today is answered. */
    ideas: z.object({ readBy: z.nullable(z.string()), answeredBy: z.nullable(z.string()) }),
  }),
});
