import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { personName } from './people.ts';
import { inPlace } from './places.ts';
import { emailSchema } from './sign-in.ts';

/** A year of birth, asked only where somebody wants to give it. */
const bornYear = z.optional(z.int().check(z.minimum(1900), z.maximum(2100)));

/** The roles that a chair grants, with a minute. */
export const grantedRoles = ['member', 'chair', 'treasurer', 'liaison_officer', 'helper', 'worker', 'scrutineer'] as const;
export type GrantedRole = (typeof grantedRoles)[number];

/**
 * Joins a neighbourhood. Somebody signed in belongs at once; anybody else gets a letter first, and its code or link
 * makes the account. `email` is needed only when not signed in. A postcode is not kept: only that it lies in the area.
 */
export const joinPlace = endpoint({
  method: 'POST',
  path: '/places/:place/join',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    name: personName,
    email: z.optional(emailSchema),
    bornYear,
    isThirteenOrOlder: z.boolean(),
    /** 'I live here.' */
    livesHere: z.boolean(),
    /** Left out by whoever has no fixed address or would rather be seen by a helper. */
    postcode: z.optional(z.string().check(z.trim(), z.maxLength(12))),
  }),
  response: z.object({
    joined: z.boolean(),
    isVerifiedResident: z.nullable(z.boolean()),
    letter: z.nullable(z.string()),
    minutes: z.int(),
  }),
  problems: {
    'no-data-controller': 409,
    'under-thirteen': 422,
    'email-missing': 422,
    'not-in-area': 422,
    'not-living-here': 422,
    'too-many-letters': 429,
  },
});

/** Puts somebody met in person on the list of residents: no address asked, no account unless an e-mail address is given. */
export const vouchForNewPerson = endpoint({
  method: 'POST',
  path: '/places/:place/people',
  within: 'place',
  who: ['member', 'helper', 'worker'],
  params: inPlace,
  body: z.strictObject({ ...formFields, name: personName, bornYear, email: z.optional(emailSchema), isThirteenOrOlder: z.boolean() }),
  response: z.object({ person: z.string() }),
  problems: { 'no-data-controller': 409, 'under-thirteen': 422, 'already-here': 409 },
});

/** Says of somebody who joined without a postcode that they belong. */
export const vouchForPerson = endpoint({
  method: 'POST',
  path: '/places/:place/people/:person/vouch',
  within: 'place',
  who: ['member', 'helper', 'worker'],
  params: z.strictObject({ ...inPlace.shape, person: z.uuid() }),
  body: z.strictObject({ ...formFields }),
  response: z.object({}),
  problems: { 'not-oneself': 409 },
});

/** Those who joined and whom nobody has vouched for yet, longest waiting first. Names only. */
export const listWaitingPeople = endpoint({
  method: 'GET',
  path: '/places/:place/people/waiting',
  within: 'place',
  who: ['member', 'helper', 'worker'],
  params: inPlace,
  response: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), joinedAt: z.string() })) }),
});

/** Everybody with an account, and who holds which role from when to when, by name. */
export const listRoles = endpoint({
  method: 'GET',
  path: '/places/:place/roles',
  within: 'place',
  who: ['chair'],
  params: inPlace,
  response: z.object({
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    roles: z.array(
      z.object({
        id: z.string(),
        personName: z.string(),
        kind: z.string(),
        startsOn: z.string(),
        endsOn: z.nullable(z.string()),
        minute: z.string(),
        isOver: z.boolean(),
      }),
    ),
  }),
});

/** Gives somebody a role. `minute` says where that was agreed, as in 'Meeting of 1 December 2026, item 3'. */
export const grantRole = endpoint({
  method: 'POST',
  path: '/places/:place/roles',
  within: 'place',
  who: ['chair'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    person: z.uuid(),
    kind: z.enum(grantedRoles),
    startsOn: z.iso.date(),
    endsOn: z.optional(z.iso.date()),
    minute: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  }),
  response: z.object({ role: z.string() }),
  problems: { 'person-not-found': 404, 'ends-before-it-starts': 422, 'holds-role-already': 409 },
});

/** Ends a role today. The person's sessions end with it. */
export const endRole = endpoint({
  method: 'POST',
  path: '/places/:place/roles/:role/end',
  within: 'place',
  who: ['chair'],
  params: z.strictObject({ ...inPlace.shape, role: z.uuid() }),
  body: z.strictObject({ ...formFields, minute: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
  response: z.object({}),
  problems: { 'role-over': 409, 'last-chair': 409 },
});
