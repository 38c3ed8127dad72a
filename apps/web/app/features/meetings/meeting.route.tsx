import { pence } from '@pursestrings/basics/money';
import { readMeeting } from '@pursestrings/contracts/meetings';
import { Money } from '@pursestrings/ui/money';
import { Grid, Slip } from '@pursestrings/ui/slip';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/meeting.route.ts';
import { meetingsMessages } from './meetings.messages.ts';
import { meetingInWords } from './when.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { meeting, items } = await read({ request, context }, readMeeting, { params: { place: params.place, meeting: params.meeting } });
  const { roles } = context.get(sessionContext);
  const runs = meeting.state !== 'published' && roles.some((role) => role === 'chair' || role === 'worker' || role === 'member');
  const puts = ['planned', 'papers_published', 'open'].includes(meeting.state) && roles.length > 0;
  return { meeting, items, when: meetingInWords(meeting.startsAt), runs, puts, address: `/${params.place}` };
}

export default function Meeting({ loaderData }: Route.ComponentProps): ReactElement {
  const { meeting, items, when, runs, puts, address } = loaderData;
  const messages = useMessages(meetingsMessages);
  const href = `${address}/meetings/${meeting.slug}`;
  const there = meeting.membersPresent;
  return (
    <>
      <PageHead title={meeting.title} description={messages.one.description(when, meeting.placeWords)} />
      <BackLink href={`${address}/meetings`} words={messages.list.title} />
      <h1>{meeting.title}</h1>
      <SummaryList
        rows={[
          { question: messages.one.when, answer: when },
          { question: messages.one.where, answer: meeting.placeWords },
          ...(there === null ? [] : [{ question: messages.one.there, answer: messages.one.members(there) }]),
        ]}
      />
      <p>
        {runs ? <a href={`${href}/run`}>{messages.list.run}</a> : null} {puts ? <a href={`${href}/put`}>{messages.one.put}</a> : null}
      </p>
      <h2>{meeting.state === 'published' ? messages.one.decided : messages.one.items}</h2>
      {items.length === 0 ? <p className="hush">{messages.one.noItems}</p> : null}
      <Grid two>
        {' '}
        {items.map((item) => (
          <Item key={item.id} item={item} address={address} />
        ))}
      </Grid>{' '}
      {meeting.notes === null ? null : (
        <section className="gap">
          <h2>{messages.one.notes}</h2>
          <Paragraphs text={meeting.notes} />
        </section>
      )}
    </>
  );
}

type ItemOfMeeting = Awaited<ReturnType<typeof loader>>['items'][number];

function Item({ item, address }: { readonly item: ItemOfMeeting; readonly address: string }): ReactElement {
  const messages = useMessages(meetingsMessages);
  const kind = useMessages(governanceMessages).kind[item.kind];
  return (
    <Slip title={messages.item.number(item.position, item.title)}>
      {item.decision === null ? null : (
        <p>
          <OutcomeTag outcome={item.decision.outcome} /> <a href={`${address}/decisions/${item.decision.slug}`}>{messages.one.decision}</a>
        </p>
      )}
      <p className="hush">
        {kind}
        {item.amountPence === null ? null : (
          <>
            {' '}
            · <Money pence={pence(item.amountPence)} />
          </>
        )}
      </p>
      <Paragraphs text={item.words} />
      {item.proposal === null ? null : (
        <p>
          {messages.one.from} <a href={`${address}/proposals/${item.proposal.slug}`}>{item.proposal.title}</a>
        </p>
      )}
    </Slip>
  );
}
