import { listMeetings, type MeetingState } from '@pursestrings/contracts/meetings';
import { LinkButton } from '@pursestrings/ui/button';
import { Grid, Slip } from '@pursestrings/ui/slip';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/meetings.route.ts';
import { meetingsMessages } from './meetings.messages.ts';
import { meetingInWords } from './when.ts';

const comingStates: readonly MeetingState[] = ['planned', 'papers_published', 'open'];
const looks: Partial<Record<MeetingState, TagKind>> = { open: 'wait', papers_published: 'info', published: 'yes' };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { meetings } = await read({ request, context }, listMeetings, { params: { place: params.place } });
  const { roles } = context.get(sessionContext);
  const seen = meetings.map((meeting) => ({ ...meeting, when: meetingInWords(meeting.startsAt) }));
  return {
    coming: seen.filter((meeting) => comingStates.includes(meeting.state)).toReversed(),
    past: seen.filter((meeting) => !comingStates.includes(meeting.state)),
    mayPlan: roles.some((role) => role === 'member' || role === 'chair' || role === 'worker'),
  };
}

type Meeting = Awaited<ReturnType<typeof loader>>['past'][number];

export default function Meetings({ loaderData: { coming, past, mayPlan } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(meetingsMessages).list;
  const place = usePlace();
  const address = `/${place?.slug ?? ''}`;
  return (
    <>
      <PageHead title={messages.title} description={messages.description(place?.name ?? '')} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      {mayPlan ? (
        <p>
          <LinkButton href={`${address}/meetings/plan`} kind="plain">
            {messages.plan}
          </LinkButton>
        </p>
      ) : null}
      <h2>{messages.coming}</h2>
      {coming.length === 0 ? <p className="hush">{messages.none}</p> : null}
      <Grid two>
        {' '}
        {coming.map((meeting) => (
          <OneMeeting key={meeting.slug} meeting={meeting} address={address} mayRun={mayPlan} />
        ))}
      </Grid>{' '}
      {past.length === 0 ? null : <h2 className="gap">{messages.past}</h2>}
      <Grid two>
        {' '}
        {past.map((meeting) => (
          <OneMeeting key={meeting.slug} meeting={meeting} address={address} mayRun={mayPlan && meeting.state !== 'published'} />
        ))}
      </Grid>{' '}
    </>
  );
}

function OneMeeting({
  meeting,
  address,
  mayRun,
}: {
  readonly meeting: Meeting;
  readonly address: string;
  readonly mayRun: boolean;
}): ReactElement {
  const messages = useMessages(meetingsMessages);
  const href = `${address}/meetings/${meeting.slug}`;
  return (
    <Slip title={<a href={href}>{`${meeting.title}, ${meeting.when}`}</a>} now={meeting.state === 'open'}>
      <p>
        <Tag kind={looks[meeting.state] ?? 'plain'}>{messages.state[meeting.state]}</Tag> {meeting.placeWords}
      </p>
      <p>
        {messages.list.items(meeting.items)}
        {mayRun ? (
          <>
            {' '}
            · <a href={`${href}/run`}>{messages.list.run}</a>
          </>
        ) : null}
      </p>
    </Slip>
  );
}
