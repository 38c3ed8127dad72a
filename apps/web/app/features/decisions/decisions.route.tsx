import { pence } from '@pursestrings/basics/money';
import { shortDayInWords } from '@pursestrings/basics/time';
import { listDecisions } from '@pursestrings/contracts/decisions';
import { Money } from '@pursestrings/ui/money';
import { Pager } from '@pursestrings/ui/pager';
import { Grid, Slip } from '@pursestrings/ui/slip';
import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/decisions.route.ts';
import { decisionsMessages } from './decisions.messages.ts';

const pageSize = 20;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('page') ?? '1';
  const page = /^[1-9]\d{0,4}$/.test(asked) ? asked : '1';
  const list = await read({ request, context }, listDecisions, { params: { place: params.place }, query: { page } });
  const decisions = list.decisions.map((decision) => ({
    ...decision,
    day: `${shortDayInWords(decision.decidedOn)} ${decision.decidedOn.slice(0, 4)}`,
  }));
  return { ...list, decisions };
}

export default function Decisions({ loaderData: { decisions, page, pages, total } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(decisionsMessages).list;
  const place = usePlace();
  const address = `/${place?.slug ?? ''}`;
  const from = (page - 1) * pageSize + 1;
  const to = (other: number) => `${address}/decisions?page=${other}`;
  return (
    <>
      <PageHead title={messages.title} description={messages.description(place?.name ?? '')} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <p>
        <a href={`${address}/partnership`}>{messages.whoDecides}</a> · <a href={`${address}/meetings`}>{messages.meetings}</a>
      </p>
      {decisions.length === 0 ? <p className="hush">{messages.none}</p> : null}
      <Grid two>
        {decisions.map((decision) => (
          <Slip key={decision.slug} title={<a href={`${address}/decisions/${decision.slug}`}>{decision.title}</a>}>
            <p>
              <OutcomeTag outcome={decision.outcome} /> {decision.departs ? <Tag kind="info">{messages.departs}</Tag> : null}{' '}
              {decision.amountPence === null ? null : (
                <>
                  <strong>
                    <Money pence={pence(decision.amountPence)} />
                  </strong>{' '}
                  ·{' '}
                </>
              )}
              <span className="hush">{decision.day}</span>
            </p>
            <p>{decision.plainSummary}</p>
          </Slip>
        ))}
      </Grid>
      <Pager
        previousHref={page > 1 ? to(page - 1) : undefined}
        nextHref={page < pages ? to(page + 1) : undefined}
        summary={pages > 1 ? messages.whereIn(from, from + decisions.length - 1, total) : undefined}
      />
    </>
  );
}
