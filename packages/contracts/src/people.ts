import * as z from 'zod/mini';
import { endpoint, formFields, roles } from './endpoint.ts';
import { inPlace } from './places.ts';
import { codeSchema } from './sign-in.ts';

/** What somebody is called in a neighbourhood. A first name will do. */
export const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** A password: long rather than odd. */
export const newPassword = z.string().check(z.minLength(10), z.maxLength(200));

/** Who is asking: what the header of each page needs. `csrfToken` stands in forms for browsers that send no origin. */
export const readMe = endpoint({
  method: 'GET',
  path: '/me',
  within: 'site',
  who: 'anyone',
  query: z.optional(z.strictObject({ place: z.optional(z.string()) })),
  response: z.object({
    signedIn: z.boolean(),
    name: z.nullable(z.string()),
    /** Roles in the place that the query names; none where no place is named. */
    roles: z.array(z.enum(roles)),
    csrfToken: z.string(),
    secondFactorFresh: z.boolean(),
    /** True on a demonstration: the sign-in page then has one button for each person. */
    demonstration: z.boolean(),
  }),
});

/** How somebody signs in, where they are known, and where they are signed in now. */
export const readMyAccount = endpoint({
  method: 'GET',
  path: '/me/account',
  within: 'site',
  who: 'signed-in',
  response: z.object({
    email: z.nullable(z.string()),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    /** An office of theirs waits for a second factor in this session. */
    secondFactorWanted: z.boolean(),
    places: z.array(z.object({ slug: z.string(), name: z.string() })),
    /** Newest first. */
    sessions: z.array(z.object({ id: z.string(), startedAt: z.string(), seenAt: z.string(), isThisOne: z.boolean() })),
  }),
});

/** What stands on somebody's own page in a neighbourhood. */
export const readMyProfile = endpoint({
  method: 'GET',
  path: '/places/:place/me',
  within: 'place',
  who: ['resident'],
  params: inPlace,
  response: z.object({ name: z.string(), isVerifiedResident: z.boolean() }),
});

/** Changes the name, and nothing else. */
export const saveMyName = endpoint({
  method: 'POST',
  path: '/places/:place/me',
  within: 'place',
  who: ['resident'],
  params: inPlace,
  body: z.strictObject({ ...formFields, name: personName }),
  response: z.object({}),
});

/** Sets or changes the password. Whoever has one gives it first. All other sessions end. */
export const setMyPassword = endpoint({
  method: 'POST',
  path: '/me/password',
  within: 'site',
  who: 'signed-in',
  once: 'itself',
  body: z.strictObject({ ...formFields, current: z.optional(z.string().check(z.maxLength(200))), password: newPassword }),
  response: z.object({}),
  problems: { 'current-password-wrong': 422, 'password-too-easy': 422, 'too-many-tries': 429 },
});

/** Ends one of one's own sessions. */
export const endMySession = endpoint({
  method: 'POST',
  path: '/me/sessions/:session/end',
  within: 'site',
  who: 'signed-in',
  params: z.strictObject({ session: z.uuid() }),
  body: z.strictObject({ ...formFields }),
  response: z.object({}),
});

/** Signs out everywhere, here too. */
export const endAllMySessions = endpoint({
  method: 'POST',
  path: '/me/sessions/end-all',
  within: 'site',
  who: 'signed-in',
  once: 'itself',
  body: z.strictObject({ ...formFields }),
  response: z.object({}),
});

/** Begins a second factor (codes from an app on a phone): its secret, as text and as the link that such apps read. */
export const beginSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor/begin',
  within: 'site',
  who: 'signed-in',
  once: 'itself',
  body: z.strictObject({ ...formFields }),
  response: z.object({ secret: z.string(), link: z.string() }),
  problems: { 'has-second-factor': 409 },
});

/** Ends the setting-up with a first code, which counts as given. */
export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor/confirm',
  within: 'site',
  who: 'signed-in',
  body: z.strictObject({ ...formFields, code: codeSchema }),
  response: z.object({}),
  problems: { 'code-wrong': 422, 'no-second-factor': 409, 'has-second-factor': 409, 'too-many-tries': 429 },
});

/** Gives a second factor: fresh for five minutes, and enough for one's offices as long as the session lasts. */
export const giveSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor',
  within: 'site',
  who: 'signed-in',
  body: z.strictObject({ ...formFields, code: codeSchema }),
  response: z.object({}),
  problems: { 'code-wrong': 422, 'no-second-factor': 409, 'too-many-tries': 429 },
});
