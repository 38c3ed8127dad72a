import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** The short name of a neighbourhood in addresses, as in 'kettlewick'. */
export const placeSlug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
export const inPlace = z.strictObject({ place: placeSlug });

/** Whole pence. */
export const penceSchema = z.int();

/** What stands in the header and footer of each page of a neighbourhood. */
export const placeSchema = z.object({
  slug: z.string(),
  name: z.string(),
  council: z.nullable(z.string()),
  /** Whom to ring: a first name, a phone number, and where and when the door is open. */
  contactName: z.nullable(z.string()),
  contactPhone: z.nullable(z.string()),
  contactWhere: z.nullable(z.string()),
  dataController: z.nullable(z.string()),
  fundHolder: z.nullable(z.string()),
});
export type Place = z.output<typeof placeSchema>;

export const listPlaces = endpoint({
  method: 'GET',
  path: '/places',
  within: 'site',
  who: 'anyone',
  response: z.object({ places: z.array(z.object({ slug: z.string(), name: z.string(), council: z.nullable(z.string()) })) }),
});

export const readPlace = endpoint({
  method: 'GET',
  path: '/places/:place',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({ place: placeSchema }),
});

/** First words of the site's own addresses, which no neighbourhood can have. */
export const reservedSlugs: readonly string[] = [
  ...[
    'about',
    'accessibility',
    'account',
    'api',
    'assets',
    'demo',
    'glossary',
    'letters',
    'liaison',
    'live',
    'me',
    'open',
    'places',
    'privacy',
    'programmes',
  ],
  ...['ready', 'set-up', 'sign-in', 'sign-out', 'words', 'demonstration', 'verify', 'help', 'contact', 'robots.txt', 'favicon.ico'],
];

/** Sets up a neighbourhood: the five questions. Its first chair gets a letter from the sign-in page whenever they ask for one. */
export const setUpPlace = endpoint({
  method: 'POST',
  path: '/places',
  within: 'site',
  who: ['platform_admin'],
  body: z.strictObject({
    formId: z.uuid(),
    name: z.string().check(z.trim(), z.minLength(2), z.maxLength(60)),
    council: z.optional(z.string().check(z.trim(), z.maxLength(80))),
    /** One postcode a line, or with commas between them. */
    postcodes: z.string().check(z.minLength(1), z.maxLength(200_000)),
    dataController: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
    fundHolder: z.optional(z.string().check(z.trim(), z.maxLength(120))),
    fundHolderKind: z.optional(z.enum(['locally_trusted_organisation', 'accountable_body'])),
    contactName: z.optional(z.string().check(z.trim(), z.maxLength(80))),
    contactPhone: z.optional(z.string().check(z.trim(), z.maxLength(40))),
    contactWhere: z.optional(z.string().check(z.trim(), z.maxLength(160))),
    chairName: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    chairEmail: z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254)),
  }),
  response: z.object({ slug: z.string() }),
  problems: { 'name-taken': 409, 'no-postcodes': 422, 'postcodes-wrong': 422 },
});
