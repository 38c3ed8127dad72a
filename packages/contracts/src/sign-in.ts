import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';

/** An e-mail address as people type it; it is kept in small letters. */
export const emailSchema = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));

/** A six-digit code, pasted with or without spaces. */
export const codeSchema = z.string().check(
  z.overwrite((text) => text.replace(/[\s-]/g, '')),
  z.regex(/^\d{6}$/),
);

/** What signing in answers. */
export const signedInSchema = z.object({
  /** Chairs, treasurers and vote checkers give a second factor: now, or set one up first. */
  secondFactor: z.enum(['not-needed', 'needed', 'to-set-up']),
  /** The neighbourhood that was joined by this letter, or the only one that the account belongs to. */
  place: z.nullable(z.string()),
});

/** Sends a letter with a link and a code. The answer is the same whether the address is known or not. */
export const askForLetter = endpoint({
  method: 'POST',
  path: '/sign-in/letters',
  within: 'site',
  who: 'anyone',
  body: z.strictObject({ ...formFields, email: emailSchema }),
  response: z.object({
    /** Stands in the form that takes the code. */
    letter: z.string(),
    minutes: z.int(),
  }),
  problems: { 'too-many-letters': 429 },
});

export const signInByCode = endpoint({
  method: 'POST',
  path: '/sign-in/codes',
  within: 'site',
  who: 'anyone',
  body: z.strictObject({ ...formFields, letter: z.uuid(), code: codeSchema }),
  response: signedInSchema,
  problems: { 'code-wrong': 422, 'letter-not-usable': 422, 'too-many-tries': 429 },
});

/** The letter's link leads to a page whose one button posts this: programs that follow links in mail change nothing. */
export const signInByLink = endpoint({
  method: 'POST',
  path: '/sign-in/links',
  within: 'site',
  who: 'anyone',
  body: z.strictObject({ ...formFields, link: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) }),
  response: signedInSchema,
  problems: { 'letter-not-usable': 422 },
});

export const signInByPassword = endpoint({
  method: 'POST',
  path: '/sign-in/passwords',
  within: 'site',
  who: 'anyone',
  body: z.strictObject({ ...formFields, email: emailSchema, password: z.string().check(z.minLength(1), z.maxLength(200)) }),
  response: signedInSchema,
  problems: { 'sign-in-refused': 422, 'too-many-tries': 429 },
});

/** Ends the session of this browser. Answers the same when there is none. */
export const signOut = endpoint({
  method: 'POST',
  path: '/sign-out',
  within: 'site',
  who: 'anyone',
  once: 'itself',
  body: z.strictObject({ ...formFields }),
  response: z.object({}),
});

/** The people of a demonstration, in the order of their buttons; none anywhere else. */
export const listDemonstrationPeople = endpoint({
  method: 'GET',
  path: '/demo/people',
  within: 'site',
  who: 'anyone',
  response: z.object({
    people: z.array(z.object({ person: z.string(), name: z.string(), what: z.string(), placeSlug: z.string(), placeName: z.string() })),
  }),
});

/** Signs in as a person of the demonstration, second factor and all. Not found where there is no demonstration. */
export const demonstrationSignIn = endpoint({
  method: 'POST',
  path: '/demo/sign-in',
  within: 'site',
  who: 'anyone',
  body: z.strictObject({ ...formFields, person: z.uuid() }),
  response: signedInSchema,
  problems: {},
});
