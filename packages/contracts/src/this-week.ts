import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { meetingHead } from './meetings.ts';
import { inPlace } from './places.ts';

/** What waits for somebody of the partnership this week: at most three things, the most pressing first. */
export const readThisWeek = endpoint({
  method: 'GET',
  path: '/places/:place/this-week',
  within: 'place',
  who: ['member', 'chair', 'worker'],
  params: inPlace,
  response: z.object({
    things: z.array(
      z.object({
        kind: z.enum([
          'publish_decision',
          'draft_decision',
          'agree_item',
          'publish_papers',
          'publish_minutes',
          'look_at_proposals',
          'approve_payment',
          'council_late',
          'read_papers',
        ]),
        title: z.string(),
        count: z.int(),
        /** The day by which it should be done, where there is one. */
        by: z.nullable(z.string()),
        late: z.boolean(),
        /** Where it is done, beneath the place: 'meetings/june-x7k2mq'. */
        path: z.string(),
      }),
    ),
    more: z.int(),
    nextMeeting: z.nullable(z.object({ ...meetingHead.shape, items: z.int() })),
  }),
});
