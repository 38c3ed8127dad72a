import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint.ts';

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
