import { pence, plainPounds } from '@pursestrings/basics/money';
import { deadlineInWords } from '@pursestrings/basics/time';
import { readRound } from '@pursestrings/contracts/rounds';
import { LinkButton } from '@pursestrings/ui/button';
import { DataTable } from '@pursestrings/ui/data-table';
import { Details } from '@pursestrings/ui/details';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Money } from '@pursestrings/ui/money';
import { Notice } from '@pursestrings/ui/notice';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { Tag } from '@pursestrings/ui/tag';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { formState } from '../../forms/form-reply.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/about.route.ts';
import { Deeds } from './deeds.tsx';
import { doDeed } from './do-deed.ts';
import { roundsMessages } from './rounds.messages.ts';
import { tagKindOf } from './rounds-view.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { round, may } = await read({ request, context }, readRound, { params: { place: params.place, round: params.round } });
  const forms = Object.fromEntries(may.map((deed) => [deed, newFormId()]));
  return { round, may, forms, opens: deadlineInWords(round.opensAt), closes: deadlineInWords(round.closesAt) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return await doDeed({ request, context }, { place: params.place, round: params.round });
}

export default function AboutVote({ loaderData, actionData, params }: Route.ComponentProps): ReactElement {
  const { round, closes, opens } = loaderData;
  const messages = useMessages(roundsMessages);
  const form = formState(actionData);
  const address = `/${params.place}/votes/${round.slug}`;
  return (
    <>
      <PageHead title={round.title} description={messages.aboutDescription(round.question)} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/votes`} words={messages.title} />
      <ErrorSummary errors={form.errors} />
      <h1>{round.title}</h1>
      <p className="lead">{round.question}</p>
      <p>
        <Tag kind={tagKindOf(round.state)}>{messages.states[round.state]}</Tag>{' '}
        {round.state === 'announced' || round.state === 'draft' ? messages.opens(opens) : null}
        {round.state === 'open' ? messages.closes(closes) : null}
      </p>
      {round.state === 'cancelled' ? (
        <Notice kind="warn" title={messages.calledOff}>
          <p>{round.cancelledReason}</p>
        </Notice>
      ) : null}
      {round.imported ? <p className="hush">{messages.imported}</p> : null}
      {round.state === 'open' ? (
        <p>
          <LinkButton href={address}>{messages.vote}</LinkButton>
        </p>
      ) : null}
      {round.state === 'published' ? (
        <p>
          <LinkButton href={`${address}/result`}>{messages.seeResult}</LinkButton>
        </p>
      ) : null}
      <Asked round={round} place={params.place} />
      <HowItWorks round={round} opens={opens} closes={closes} />
      <Deeds data={loaderData} form={form} address={address} />
    </>
  );
}

type Round = Route.ComponentProps['loaderData']['round'];

function Asked({ round, place }: { readonly round: Round; readonly place: string }): ReactElement {
  const messages = useMessages(roundsMessages);
  const hasOutcome = round.projects.some(({ outcome }) => outcome !== null);
  return (
    <section className="gap">
      <DataTable
        caption={messages.whatIsAsked}
        rows={round.projects}
        rowKey={({ code }) => code}
        columns={[
          {
            heading: messages.idea,
            cell: ({ title, proposalSlug }) =>
              proposalSlug === null ? title : <a href={`/${place}/proposals/${proposalSlug}`}>{title}</a>,
          },
          { heading: messages.cost, numeric: true, cell: ({ costPence }) => <Money pence={pence(costPence)} /> },
          ...(hasOutcome
            ? [
                {
                  heading: messages.outcome,
                  cell: ({ outcome }: Round['projects'][number]) => (
                    <Tag kind={outcome === 'chosen' ? 'yes' : 'no'}>{outcome === 'chosen' ? messages.chosen : messages.notChosen}</Tag>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function HowItWorks({ round, opens, closes }: { readonly round: Round; readonly opens: string; readonly closes: string }): ReactElement {
  const messages = useMessages(roundsMessages);
  const rule = round.ruleName === 'mes_cost_add1_u' ? messages.equalShares : messages.otherRule(round.ruleName ?? '');
  return (
    <section className="gap">
      <h2>{messages.howItWorks}</h2>
      <SummaryList
        rows={[
          { question: messages.pot, answer: plainPounds(pence(round.potPence)) },
          { question: messages.opensAt, answer: opens },
          { question: messages.closesAt, answer: closes },
          { question: messages.ballot, answer: messages.ballots[round.ballotType] },
          { question: messages.counted, answer: rule },
          ...(round.imported ? [] : [{ question: messages.ties, answer: messages.tiesLot }]),
          ...(round.imported ? [] : [{ question: messages.whoMay, answer: messages.whoMayWords }]),
        ]}
      />
      {round.rulesHash === null ? null : (
        <>
          <p>{messages.frozen}</p>
          {round.demonstration ? <p className="hush">{messages.demonstration}</p> : null}
          <Details summary={messages.marks}>
            <SummaryList
              rows={[
                { question: messages.rulesMark, answer: <code>{round.rulesHash}</code> },
                { question: messages.seedMark, answer: <code>{round.seedCommitment}</code> },
                ...(round.seed === null ? [] : [{ question: messages.seed, answer: <code>{round.seed}</code> }]),
              ]}
            />
          </Details>
        </>
      )}
    </section>
  );
}
