import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { penceSchema } from './places.ts';

export const allocationRules = ['equal', 'per_head', 'by_need'] as const;

const programmeSlug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
const inProgramme = z.strictObject({ programme: programmeSlug });

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** One place's share and how it came about. Exact numbers that may be too large for a JSON number are decimal text. */
export const shareSchema = z.object({
  placeSlug: z.string(),
  placeName: z.string(),
  /** Breaks ties. */
  code: z.string(),
  population: z.int(),
  needIndex: z.nullable(z.string()),
  /** People times index, or people, or 1; a decimal without rounding. */
  weight: z.string(),
  roundedDownPence: penceSchema,
  gotALastPenny: z.boolean(),
  bound: z.nullable(z.enum(['floor', 'ceiling'])),
  sharePence: penceSchema,
});

export const programmeSchema = z.object({
  slug: z.string(),
  name: z.string(),
  funder: z.string(),
  totalPence: penceSchema,
  allocationRule: z.enum(allocationRules),
  indexName: z.nullable(z.string()),
  indexSource: z.nullable(z.string()),
  floorPence: z.nullable(penceSchema),
  ceilingPence: z.nullable(penceSchema),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  publishedAt: z.nullable(z.string()),
});

/** The programmes that are published; to its officers also those that are not yet. */
export const listProgrammes = endpoint({
  method: 'GET',
  path: '/programmes',
  within: 'site',
  who: 'anyone',
  response: z.object({ programmes: z.array(programmeSchema), maySetUp: z.boolean() }),
});

/** A programme with its inputs, its steps and each share, so that anyone can work it out again. Before it is published, a preview for its officers. */
export const readProgramme = endpoint({
  method: 'GET',
  path: '/programmes/:programme',
  within: 'programme',
  who: 'anyone',
  params: inProgramme,
  response: z.object({
    programme: programmeSchema,
    isMine: z.boolean(),
    shares: z.array(shareSchema),
    /** Weight and sum of the places that shared what floors and ceilings left. */
    weightOfAll: z.nullable(z.string()),
    sharedPence: z.nullable(penceSchema),
    bounds: z.array(z.object({ code: z.string(), at: z.enum(['floor', 'ceiling']) })),
    /** Why there are no shares yet. */
    notYet: z.nullable(z.enum(['no-places', 'nothing-to-share-by', 'index-missing', 'floor-too-high', 'ceiling-too-low'])),
  }),
});

/** The same as a CSV: inputs, weights and shares. */
export const readProgrammeFile = endpoint({
  method: 'GET',
  path: '/programmes/:programme/shares-file',
  within: 'programme',
  who: 'anyone',
  params: inProgramme,
  response: z.object({ name: z.string(), text: z.string() }),
});

/** Begins a programme. Only officers of a programme may begin another; the first of a funder is set up with the site. */
export const setUpProgramme = endpoint({
  method: 'POST',
  path: '/programmes',
  within: 'site',
  who: 'signed-in',
  body: z.strictObject({
    ...formFields,
    name: words(120),
    funder: words(120),
    totalPence: penceSchema.check(z.positive()),
    allocationRule: z.enum(allocationRules),
    indexName: z.nullable(words(120)),
    indexSource: z.nullable(words(300)),
    floorPence: z.nullable(penceSchema.check(z.nonnegative())),
    ceilingPence: z.nullable(penceSchema.check(z.positive())),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  }),
  response: z.object({ slug: z.string() }),
  problems: { 'not-a-funder': 403, 'ends-before-it-starts': 422, 'index-not-named': 422, 'floor-above-ceiling': 422 },
});

/** Sets which places share, as lines of 'place, people, index'. All or nothing; replaces what stood there. */
export const setProgrammePlaces = endpoint({
  method: 'POST',
  path: '/programmes/:programme/places',
  within: 'programme',
  who: ['funder'],
  params: inProgramme,
  body: z.strictObject({ ...formFields, placeLines: z.string().check(z.minLength(1), z.maxLength(40_000)) }),
  response: z.object({ places: z.int() }),
  problems: { 'lines-not-understood': 422, 'already-published': 409 },
});

/** Publishes the shares for ever, and makes each place's award on its ledger. */
export const publishProgramme = endpoint({
  method: 'POST',
  path: '/programmes/:programme/publish',
  within: 'programme',
  who: ['funder'],
  params: inProgramme,
  body: z.strictObject({ ...formFields, madeOn: z.iso.date() }),
  response: z.object({ awards: z.int() }),
  problems: {
    'already-published': 409,
    'no-places': 409,
    'nothing-to-share-by': 409,
    'index-missing': 409,
    'floor-too-high': 409,
    'ceiling-too-low': 409,
    'day-not-come': 422,
  },
});
