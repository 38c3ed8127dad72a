import * as z from 'zod/mini';
import { inPlaceAndMotion, motionKinds, outcomes, titledSlug } from './decisions.ts';
import { endpoint, formFields } from './endpoint.ts';
import { daySchema, interestKinds, waysManaged, wordsSchema } from './partnership.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

export const meetingStates = ['planned', 'papers_published', 'open', 'closed', 'draft_minutes', 'approved', 'published'] as const;
export type MeetingState = (typeof meetingStates)[number];

const inMeeting = z.strictObject({ place: placeSlug, meeting: titledSlug });
const theTeam = ['member', 'chair', 'worker', 'treasurer'] as const;

export const meetingHead = z.object({
  slug: z.string(),
  title: z.string(),
  startsAt: z.string(),
  placeWords: z.string(),
  state: z.enum(meetingStates),
});

/** Meetings whose papers are published, newest first; for the partnership also those being planned. */
export const listMeetings = endpoint({
  method: 'GET',
  path: '/places/:place/meetings',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({ meetings: z.array(z.object({ ...meetingHead.shape, items: z.int() })) }),
});

const motionSchema = z.object({
  id: z.string(),
  position: z.int(),
  title: z.string(),
  words: z.string(),
  kind: z.enum(motionKinds),
  amountPence: z.nullable(penceSchema),
  proposal: z.nullable(z.object({ slug: z.string(), title: z.string() })),
  /** The decision, once published. */
  decision: z.nullable(z.object({ slug: z.string(), outcome: z.enum(outcomes) })),
});

/** The papers of one meeting, and after it the notes. Before papers are published only the partnership finds it. */
export const readMeeting = endpoint({
  method: 'GET',
  path: '/places/:place/meetings/:meeting',
  within: 'place',
  who: 'anyone',
  params: inMeeting,
  response: z.object({
    meeting: z.object({
      ...meetingHead.shape,
      notes: z.nullable(z.string()),
      membersPresent: z.nullable(z.int()),
      minutesPublishedAt: z.nullable(z.string()),
    }),
    items: z.array(motionSchema),
  }),
});

const itemInterest = z.object({
  personId: z.string(),
  name: z.string(),
  kind: z.enum(interestKinds),
  about: z.string(),
  managed: z.nullable(z.enum(waysManaged)),
  /** True where it stands on the register and was not said again for this item. */
  fromRegister: z.boolean(),
  isPresent: z.boolean(),
});

/** How an item stands before it is decided: worked out, never typed. */
export const itemStanding = z.object({
  members: z.int(),
  residentMembers: z.int(),
  present: z.int(),
  withInterest: z.int(),
  canDecide: z.int(),
  residentsCanDecide: z.int(),
  needed: z.int(),
  /** Enough members without an interest are here. */
  enough: z.boolean(),
  /** Too few only because of declared interests, so that the ways of D2 are open. */
  tooFewByInterests: z.boolean(),
  /** Residents agreed beforehand who are here, and how many could decide with them. */
  agreedResidentsHere: z.int(),
  canDecideWithCalled: z.int(),
  residentsHoldSeats: z.boolean(),
});
export type ItemStanding = z.output<typeof itemStanding>;

/** All that is needed to run a meeting, on one page. */
export const readMeetingDesk = endpoint({
  method: 'GET',
  path: '/places/:place/meetings/:meeting/desk',
  within: 'place',
  who: theTeam,
  params: inMeeting,
  response: z.object({
    meeting: z.object({ ...meetingHead.shape, notes: z.string() }),
    members: z.array(z.object({ personId: z.string(), name: z.string(), isResident: z.boolean(), isPresent: z.boolean() })),
    agreedResidents: z.array(z.object({ personId: z.string(), name: z.string(), isPresent: z.boolean() })),
    items: z.array(
      z.object({
        ...motionSchema.shape,
        agreed: z.boolean(),
        recipientId: z.nullable(z.string()),
        putBy: z.nullable(z.string()),
        interests: z.array(itemInterest),
        standing: itemStanding,
        recorded: z.nullable(
          z.object({
            id: z.string(),
            slug: z.string(),
            outcome: z.enum(outcomes),
            state: z.enum(['recorded', 'published']),
            awaitsFundHolder: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});

/** Plans a meeting: a day and UK time, a place in words. */
export const planMeeting = endpoint({
  method: 'POST',
  path: '/places/:place/meetings',
  within: 'place',
  who: ['member', 'chair', 'worker'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    title: wordsSchema(120),
    day: daySchema,
    time: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Type the time as 19:00.')),
    placeWords: wordsSchema(200),
  }),
  response: z.object({ slug: z.string() }),
  problems: { 'hour-skipped': 422, 'hour-repeated': 422, 'not-a-time': 422 },
});

/** Puts something to a meeting. It is on the agenda once the chair agrees; what the chair puts is agreed at once. */
export const putMotion = endpoint({
  method: 'POST',
  path: '/places/:place/meetings/:meeting/motions',
  within: 'place',
  who: ['member', 'chair', 'worker', 'treasurer', 'verified_resident', 'liaison_officer'],
  params: inMeeting,
  body: z.strictObject({
    ...formFields,
    title: wordsSchema(150),
    words: wordsSchema(3000),
    kind: z.enum(motionKinds),
    amountPence: z.optional(z.nullable(penceSchema.check(z.minimum(1)))),
    proposalId: z.optional(z.nullable(z.uuid())),
    roundId: z.optional(z.nullable(z.uuid())),
    projectId: z.optional(z.nullable(z.uuid())),
    recipientId: z.optional(z.nullable(z.uuid())),
    fromAccountId: z.optional(z.nullable(z.uuid())),
    nature: z.optional(z.nullable(z.enum(['capital', 'revenue']))),
  }),
  response: z.object({ id: z.string() }),
  problems: { 'meeting-over': 409, 'amount-needed': 422, 'proposal-not-found': 404, 'recipient-not-found': 404, 'too-many-items': 409 },
});

/** The chair agrees that an item is on the agenda. */
export const agreeMotion = endpoint({
  method: 'POST',
  path: '/places/:place/motions/:motion/agree',
  within: 'place',
  who: ['chair'],
  params: inPlaceAndMotion,
  body: z.strictObject({ ...formFields }),
  response: z.object({ id: z.string() }),
});

/** Names who gets the money, or where it comes from, before an item is decided. */
export const settleMotion = endpoint({
  method: 'POST',
  path: '/places/:place/motions/:motion/settle',
  within: 'place',
  who: ['member', 'chair', 'worker', 'treasurer'],
  params: inPlaceAndMotion,
  body: z.strictObject({ ...formFields, recipientId: z.optional(z.nullable(z.uuid())), fromAccountId: z.optional(z.nullable(z.uuid())) }),
  response: z.object({ id: z.string() }),
  problems: { 'already-decided': 409, 'recipient-not-found': 404 },
});

/** Publishes a meeting's papers: when, where, and what it is asked to decide. */
export const publishPapers = endpoint({
  method: 'POST',
  path: '/places/:place/meetings/:meeting/papers',
  within: 'place',
  who: ['chair', 'worker'],
  params: inMeeting,
  body: z.strictObject({ ...formFields }),
  response: z.object({ slug: z.string() }),
  problems: { 'already-published': 409, 'nothing-on-the-agenda': 409 },
});

/** Writes down who is here now, as a whole: whoever is not named is not here. Opens the meeting. What is decided already keeps its own counts. */
export const takeAttendance = endpoint({
  method: 'POST',
  path: '/places/:place/meetings/:meeting/attendance',
  within: 'place',
  who: ['chair', 'worker'],
  params: inMeeting,
  body: z.strictObject({
    ...formFields,
    members: z.array(z.uuid()).check(z.maxLength(200)),
    agreedResidents: z.array(z.uuid()).check(z.maxLength(200)),
  }),
  response: z.object({ present: z.int() }),
  problems: { 'meeting-over': 409, 'not-a-member': 422 },
});

/** Says that somebody has an interest in one item: oneself, or, for chair and worker, whoever said so in the room. */
export const declareForItem = endpoint({
  method: 'POST',
  path: '/places/:place/motions/:motion/interests',
  within: 'place',
  who: ['member', 'chair', 'worker', 'treasurer'],
  params: inPlaceAndMotion,
  body: z.strictObject({
    ...formFields,
    /** Nobody named means oneself. */
    personId: z.optional(z.nullable(z.uuid())),
    kind: z.enum(interestKinds),
    about: wordsSchema(500),
    managed: z.optional(z.nullable(z.enum(['left', 'stayed_silent']))),
  }),
  response: z.object({ id: z.string() }),
  problems: { 'already-decided': 409, 'already-declared': 409, 'only-for-yourself': 403, 'person-not-found': 404 },
});

/** Says how a declared interest was managed for its item. 'No conflict' is ruled by the chair, never about oneself. */
export const manageInterest = endpoint({
  method: 'POST',
  path: '/places/:place/motions/:motion/interests/managed',
  within: 'place',
  who: ['chair', 'worker'],
  params: inPlaceAndMotion,
  body: z.strictObject({ ...formFields, personId: z.uuid(), managed: z.enum(waysManaged) }),
  response: z.object({ id: z.string() }),
  problems: { 'already-decided': 409, 'no-interest-declared': 404, 'not-about-yourself': 403, 'the-chair-rules': 403 },
});

/** Ends a meeting, with its notes as a draft. */
export const closeMeeting = endpoint({
  method: 'POST',
  path: '/places/:place/meetings/:meeting/close',
  within: 'place',
  who: ['chair', 'worker'],
  params: inMeeting,
  body: z.strictObject({ ...formFields, notes: z.string().check(z.trim(), z.maxLength(20_000)) }),
  response: z.object({ slug: z.string() }),
  problems: { 'meeting-not-open': 409 },
});

/** Publishes the notes of a meeting that is over. After that they do not change. */
export const publishMinutes = endpoint({
  method: 'POST',
  path: '/places/:place/meetings/:meeting/minutes',
  within: 'place',
  who: ['chair'],
  params: inMeeting,
  body: z.strictObject({ ...formFields, notes: wordsSchema(20_000) }),
  response: z.object({ slug: z.string() }),
  problems: { 'meeting-not-over': 409, 'already-published': 409 },
});
