import { shortDayInWords } from '@pursestrings/basics/time';
import { readThisWeek } from '@pursestrings/contracts/this-week';
import { Grid, Slip } from '@pursestrings/ui/slip';
import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/this-week.route.ts';
import { meetingsMessages } from './meetings.messages.ts';
import { meetingInWords } from './when.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { things, more, nextMeeting } = await read({ request, context }, readThisWeek, { params: { place: params.place } });
  return {
    things: things.map((thing) => ({ ...thing, by: thing.by === null ? null : shortDayInWords(thing.by) })),
    more,
    next: nextMeeting === null ? null : { ...nextMeeting, when: meetingInWords(nextMeeting.startsAt) },
    address: `/${params.place}`,
  };
}

export default function ThisWeek({ loaderData: { things, more, next, address } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(meetingsMessages).week;
  const items = useMessages(meetingsMessages).list.items;
  return (
    <>
      <PageHead title={messages.title} description={messages.description} />
      <h1>{messages.title}</h1>
      <p className="lead">{things.length === 0 ? messages.nothing : messages.about(things.length)}</p>
      <Grid two>
        {' '}
        {things.map((thing) => (
          <Slip
            key={`${thing.kind}:${thing.path}:${thing.title}`}
            now
            title={<a href={`${address}/${thing.path}`}>{messages.things[thing.kind](thing.title, thing.count)}</a>}
          >
            {thing.by === null ? null : (
              <p>
                <Tag kind={thing.late ? 'late' : 'wait'}>{thing.late ? messages.late(thing.by) : messages.by(thing.by)}</Tag>
              </p>
            )}
          </Slip>
        ))}
      </Grid>{' '}
      {more === 0 ? null : <p className="gap">{messages.more(more)}</p>}
      <Grid>
        <Slip title={messages.next}>
          {next === null ? (
            <p className="hush">{messages.noNext}</p>
          ) : (
            <>
              <p>
                <a href={`${address}/meetings/${next.slug}`}>{next.title}</a>, {next.when}, {next.placeWords}. {items(next.items)}.
              </p>
              <p>
                <a href={`${address}/meetings/${next.slug}/run`}>{messages.run}</a>
              </p>
            </>
          )}
        </Slip>
      </Grid>
      <h2 className="gap">{messages.pages}</h2>
      <ul>
        <li>
          <a href={`${address}/meetings`}>{messages.meetings}</a>
        </li>
        <li>
          <a href={`${address}/partnership`}>{messages.interests}</a>
        </li>
        <li>
          <a href={`${address}/council`}>{messages.council}</a>
        </li>
      </ul>
    </>
  );
}
