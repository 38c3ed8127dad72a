import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

/** The kinds of ledger account, as in the design: those of the budget book, then those of the cash book. */
export const accountKinds = [
  'award',
  'unallocated',
  'set_aside',
  'promised',
  'owed',
  'spent',
  'returned',
  'drawn_from_funder',
  'contribution',
  'fund_holder_advance',
  'bank',
  'paid_out',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** The whole purse in four figures. They add up to what was awarded, less what was handed back. */
export const purseSchema = z.object({
  awardedPence: penceSchema,
  spentPence: penceSchema,
  /** Promised to projects, invoices accepted among it. */
  promisedPence: penceSchema,
  setAsidePence: penceSchema,
  /** Still to decide. */
  freePence: penceSchema,
  returnedPence: penceSchema,
});
export type Purse = z.output<typeof purseSchema>;

/** What the purse of a place holds, from the balances of its accounts (M10). */
export const readPurse = endpoint({
  method: 'GET',
  path: '/places/:place/purse',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({ purse: purseSchema }),
});

/** One account, and what it stands for: the award's name, the theme, the project. */
export const accountSchema = z.object({
  id: z.uuid(),
  kind: z.enum(accountKinds),
  /** The project's title, or what the money is set aside for; the award's name for the rest. */
  name: z.string(),
  awardName: z.string(),
  projectSlug: z.nullable(z.string()),
  theme: z.nullable(z.string()),
  nature: z.nullable(z.enum(['capital', 'revenue'])),
  purpose: z.nullable(z.enum(['theme', 'round', 'chest', 'ring_fence'])),
  balancePence: penceSchema,
});
export type Account = z.output<typeof accountSchema>;

/** Every account of a place, largest first within its kind; the awards; where the chain ends today. */
export const readMoney = endpoint({
  method: 'GET',
  path: '/places/:place/money',
  within: 'place',
  who: 'anyone',
  params: inPlace,
  response: z.object({
    purse: purseSchema,
    awards: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        amountPence: penceSchema,
        madeOn: z.iso.date(),
        programmeSlug: z.string(),
        funder: z.string(),
      }),
    ),
    accounts: z.array(accountSchema),
    head: z.object({ seq: z.int(), hash: z.string() }),
  }),
});

/** How an entry touches one account: more than nothing for money in. */
const accountEntrySchema = z.object({
  seq: z.int(),
  kind: z.string(),
  happenedOn: z.iso.date(),
  amountPence: penceSchema,
  otherKind: z.enum(accountKinds),
  otherName: z.string(),
  paymentNumber: z.nullable(z.int()),
});

/** The entries of an account, newest first, fifty a page. `before` is the number of an entry. */
export const readAccount = endpoint({
  method: 'GET',
  path: '/places/:place/money/accounts/:account',
  within: 'place',
  who: 'anyone',
  params: z.strictObject({ place: placeSlug, account: z.uuid() }),
  query: z.strictObject({ before: z.optional(z.coerce.number().check(z.int(), z.positive())) }),
  response: z.object({ account: accountSchema, entries: z.array(accountEntrySchema), older: z.nullable(z.int()) }),
  problems: {},
});

/** One entry of the ledger, whole, with what stands behind it, so that anyone can work its hash out again. */
export const readEntry = endpoint({
  method: 'GET',
  path: '/places/:place/money/entries/:seq',
  within: 'place',
  who: 'anyone',
  params: z.strictObject({ place: placeSlug, seq: z.string().check(z.regex(/^[1-9]\d{0,11}$/)) }),
  response: z.object({
    entry: z.object({
      seq: z.int(),
      id: z.uuid(),
      kind: z.string(),
      happenedOn: z.iso.date(),
      recordedAt: z.string(),
      /** The words beside it; null where it has none, or where they were blanked. */
      memo: z.nullable(z.string()),
      memoBlanked: z.boolean(),
      decision: z.nullable(z.object({ slug: z.string(), title: z.string() })),
      /** The payment's number, once it is published. */
      paymentNumber: z.nullable(z.int()),
      reverses: z.nullable(z.int()),
      reversedBy: z.nullable(z.int()),
      prevHash: z.string(),
      hash: z.string(),
      /** The line of text that was hashed. */
      line: z.string(),
      transfers: z.array(
        z.object({
          line: z.int(),
          amountPence: penceSchema,
          from: z.object({ id: z.uuid(), kind: z.enum(accountKinds), name: z.string() }),
          to: z.object({ id: z.uuid(), kind: z.enum(accountKinds), name: z.string() }),
        }),
      ),
    }),
  }),
  problems: {},
});
