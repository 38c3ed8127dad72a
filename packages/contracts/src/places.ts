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
