import { listProposals } from '@pursestrings/contracts/proposals';
import { Button, ButtonRow, LinkButton } from '@pursestrings/ui/button';
import { Pager } from '@pursestrings/ui/pager';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { StageTag } from '../../layout/stage-tag.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { proposalStageMessages } from '../../messages/proposal-stages.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/proposals.route.ts';
import { proposalsMessages } from './proposals.messages.ts';
import { type CardView, cardView, type ListQuery, listQuery, publicStages } from './proposals-view.ts';
import { nextStep, pageHref } from './proposals-words.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const query = listQuery(new URL(request.url).searchParams);
  const list = await read({ request, context }, listProposals, { params: { place: params.place }, query });
  const { roles } = context.get(sessionContext);
  return {
    query,
    total: list.total,
    pages: list.pages,
    proposals: list.proposals.map(cardView),
    stages: publicStages,
    looks: roles.some((role) => ['member', 'chair', 'worker'].includes(role)),
  };
}

export default function Proposals({ loaderData }: Route.ComponentProps): ReactElement {
  const { query, total, pages, proposals, looks } = loaderData;
  const messages = useMessages(proposalsMessages).list;
  const place = usePlace();
  const address = `/${place?.slug ?? ''}`;
  const isFiltered = query.words !== undefined || query.stage !== undefined;
  return (
    <>
      <PageHead title={messages.title} description={messages.description(place?.name ?? '')} />
      <h1>{messages.title}</h1>
      <p>{messages.lead}</p>
      <ButtonRow>
        <LinkButton href={`${address}/proposals/new`}>{messages.propose}</LinkButton>
        {looks ? <a href={`${address}/to-look-at`}>{messages.toLookAt}</a> : null}
      </ButtonRow>
      {total === 0 && !isFiltered ? (
        <p className="gap">
          {messages.noneYet}{' '}
          <a className="more" href={`${address}/ideas`}>
            {messages.orIdea}
          </a>
        </p>
      ) : (
        <>
          <FindForm query={query} stages={loaderData.stages} />
          <h2 id="found">{messages.found(total)}</h2>
          {total === 0 ? (
            <p>
              {messages.noneFits}{' '}
              <a className="more" href={`${address}/proposals`}>
                {messages.all}
              </a>
            </p>
          ) : (
            <ul className="list">
              {proposals.map((card) => (
                <Card key={card.slug} card={card} address={address} />
              ))}
            </ul>
          )}
          <Pager
            previousHref={query.page > 1 ? pageHref(query, query.page - 1) : undefined}
            nextHref={query.page < pages ? pageHref(query, query.page + 1) : undefined}
            summary={messages.pageOf(query.page, pages)}
          />
        </>
      )}
    </>
  );
}

/** Words and a stage to look for; a plain form whose answer has an address of its own. */
function FindForm({
  query,
  stages,
}: {
  readonly query: ListQuery;
  readonly stages: Route.ComponentProps['loaderData']['stages'];
}): ReactElement {
  const messages = useMessages(proposalsMessages).list;
  const stageWords = useMessages(proposalStageMessages);
  const options = stages.map((stage) => ({ value: stage as string, label: stageWords[stage] }));
  return (
    <search>
      <form method="get" className="gap">
        <div className="grid">
          <TextField name="words" type="search" label={messages.words} value={query.words} maxLength={100} />
          <SelectField
            name="stage"
            label={messages.stage}
            value={query.stage ?? ''}
            options={[{ value: '', label: messages.anyStage }, ...options]}
          />
        </div>
        <Button kind="plain">{messages.find}</Button>
        <div className="gap" />
      </form>
    </search>
  );
}

function Card({ card, address }: { readonly card: CardView; readonly address: string }): ReactElement {
  const words = useMessages(proposalsMessages);
  const messages = words.list;
  const step = nextStep(card, words.usually);
  return (
    <li>
      <StageTag stage={card.stage} />
      <h3>
        <a href={`${address}/proposals/${card.slug}`}>{card.title}</a>
      </h3>
      <p>{card.what}</p>
      <p className="small hush">
        {messages.costs(card.cost)}
        {card.supports === 0 && !['talking', 'checking'].includes(card.stage) ? null : ` · ${messages.backed(card.supports)}`}
        {card.comments === 0 ? null : ` · ${messages.said(card.comments)}`}
      </p>
      {step === null || card.stage === 'not_this_time' ? null : <p className="small hush">{words.next(step, card.nextBy)}</p>}
    </li>
  );
}
