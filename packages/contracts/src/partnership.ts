import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

/** How somebody could gain from a decision: they or their household; a relative or friend; a group that they belong to. */
export const interestKinds = ['direct', 'indirect', 'loyalty'] as const;
export type InterestKind = (typeof interestKinds)[number];
/** What was done about an interest for one item: they left the room, stayed and said nothing, or it was ruled to be no conflict. */
export const waysManaged = ['left', 'stayed_silent', 'no_conflict'] as const;
export type WayManaged = (typeof waysManaged)[number];
export const majorities = ['simple', 'two_thirds'] as const;

/** A day as ISO text, as in '2026-12-11'. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Type the day as year, month and day.'));
/** Words of one or more lines, with nothing but spaces counting as empty. */
export const wordsSchema = (most: number) =>
  z.string().check(z.trim(), z.minLength(1, 'Write a few words here.'), z.maxLength(most, 'This is too long. Make it shorter.'));

/** Our rules, as they stand now or stood. Version 0 are the program's defaults, which hold until a partnership agrees its own. */
export const termsSchema = z.object({
  version: z.int(),
  quorumNumerator: z.int(),
  quorumDenominator: z.int(),
  quorumLeast: z.int(),
  majority: z.enum(majorities),
  votesByName: z.boolean(),
  /** Above this sum two other people approve a payment. */
  secondApprovalAbovePence: penceSchema,
  /** The most that one decision of the partnership may promise; null for no limit. */
  deciderLimitPence: z.nullable(penceSchema),
  agreedOn: z.nullable(z.string()),
});
export type Terms = z.output<typeof termsSchema>;

export const memberSchema = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  isResident: z.boolean(),
  duty: z.nullable(z.string()),
  startsOn: z.string(),
  endsOn: z.nullable(z.string()),
});

const registeredInterest = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  kind: z.enum(interestKinds),
  about: z.string(),
  declaredOn: z.string(),
  endsOn: z.nullable(z.string()),
  /** Belongs to whoever asks. */
  isMine: z.boolean(),
});

/** Who the partnership is, by what rules it decides, and what interests its people have: all of it public. */
export const readPartnership = endpoint({
  method: 'GET',
  path: '/places/:place/partnership',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({
    members: z.array(memberSchema),
    residentMembers: z.int(),
    /** How many must be there, without an interest, to decide anything. */
    needed: z.int(),
    terms: termsSchema,
    earlierTerms: z.array(termsSchema),
    interests: z.array(registeredInterest),
    /** Residents agreed beforehand, by name, whom the partnership may call on. */
    agreedResidents: z.array(z.object({ personId: z.string(), name: z.string(), agreedOn: z.string() })),
  }),
});

/** People of the place by a part of their name, for giving somebody a seat. At most 20, by name. */
export const findPeople = endpoint({
  method: 'GET',
  path: '/places/:place/partnership/people',
  within: 'place',
  who: ['chair'],
  params: inPlace,
  query: z.strictObject({ name: z.optional(z.string().check(z.maxLength(100))) }),
  response: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), isResident: z.boolean() })) }),
});

/** Gives somebody a seat, and with it the role of a member between the same dates. */
export const seatMember = endpoint({
  method: 'POST',
  path: '/places/:place/partnership/members',
  within: 'place',
  who: ['chair'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    personId: z.uuid(),
    isResident: z.boolean(),
    duty: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(100)))),
    startsOn: daySchema,
    endsOn: z.optional(z.nullable(daySchema)),
  }),
  response: z.object({ id: z.string() }),
  problems: { 'person-not-found': 404, 'has-a-seat': 409, 'ends-before-it-starts': 422 },
});

/** Ends a seat on a day, and the member's role with it. */
export const endSeat = endpoint({
  method: 'POST',
  path: '/places/:place/partnership/members/:member/end',
  within: 'place',
  who: ['chair'],
  params: z.strictObject({ place: placeSlug, member: z.uuid() }),
  body: z.strictObject({ ...formFields, endsOn: daySchema }),
  response: z.object({ id: z.string() }),
  problems: { 'ends-before-it-starts': 422 },
});

/** Writes down rules that a meeting agreed, as the next version. Nothing of an earlier one changes. */
export const agreeTerms = endpoint({
  method: 'POST',
  path: '/places/:place/partnership/terms',
  within: 'place',
  who: ['chair'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    quorumNumerator: z.int().check(z.minimum(1), z.maximum(20)),
    quorumDenominator: z.int().check(z.minimum(1), z.maximum(20)),
    quorumLeast: z.int().check(z.minimum(1), z.maximum(50)),
    majority: z.enum(majorities),
    votesByName: z.boolean(),
    secondApprovalAbovePence: penceSchema.check(z.minimum(0)),
    deciderLimitPence: z.nullable(penceSchema.check(z.minimum(0))),
    agreedOn: daySchema,
  }),
  response: z.object({ version: z.int() }),
  problems: { 'quorum-above-all': 422 },
});

/** Names a resident whom the partnership may call on where interests leave too few to decide. */
export const agreeResident = endpoint({
  method: 'POST',
  path: '/places/:place/partnership/agreed-residents',
  within: 'place',
  who: ['chair'],
  params: inPlace,
  body: z.strictObject({ ...formFields, personId: z.uuid() }),
  response: z.object({ personId: z.string() }),
  problems: { 'person-not-found': 404, 'not-a-resident': 409, 'has-a-seat': 409 },
});

/** Puts an interest of one's own on the public register. */
export const declareInterest = endpoint({
  method: 'POST',
  path: '/places/:place/interests',
  within: 'place',
  who: ['member', 'chair', 'treasurer', 'worker', 'scrutineer'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    kind: z.enum(interestKinds),
    about: wordsSchema(500),
    recipientId: z.optional(z.nullable(z.uuid())),
    proposalId: z.optional(z.nullable(z.uuid())),
  }),
  response: z.object({ id: z.string() }),
  problems: { 'proposal-not-found': 404 },
});

/** Takes one's own interest off the register from today; it stays readable as ended. */
export const endInterest = endpoint({
  method: 'POST',
  path: '/places/:place/interests/:interest/end',
  within: 'place',
  who: ['member', 'chair', 'treasurer', 'worker', 'scrutineer'],
  params: z.strictObject({ place: placeSlug, interest: z.uuid() }),
  body: z.strictObject({ ...formFields }),
  response: z.object({ id: z.string() }),
});
