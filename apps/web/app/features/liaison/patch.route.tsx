import { pence, plainPounds } from '@pursestrings/basics/money';
import { shortDayInWords } from '@pursestrings/basics/time';
import { readPatch } from '@pursestrings/contracts/liaison';
import { Grid } from '@pursestrings/ui/slip';
import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/patch.route.ts';
import { liaisonMessages } from './liaison.messages.ts';
import { Question } from './question.tsx';
import { questionView } from './question-view.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { places, waiting, late } = await read({ request, context }, readPatch, {});
  return {
    waiting,
    late,
    places: places.map((place) => ({
      ...place,
      waiting: place.waiting.map(questionView),
      decisions: place.decisions.map((decision) => ({
        ...decision,
        day: shortDayInWords(decision.decidedOn),
        amount: decision.amountPence === null ? null : plainPounds(pence(decision.amountPence)),
      })),
    })),
  };
}

type PlaceOfPatch = Awaited<ReturnType<typeof loader>>['places'][number];

export default function Patch({ loaderData: { places, waiting, late } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(liaisonMessages).patch;
  return (
    <>
      <PageHead title={messages.title} description={messages.description} />
      <h1>{messages.title}</h1>
      <p className="lead">
        {places.length === 0 ? messages.noPlaces : messages.waiting(waiting)} {late === 0 ? '' : messages.late(late)}
      </p>
      {places.map((place) => (
        <OnePlace key={place.slug} place={place} />
      ))}
    </>
  );
}

function OnePlace({ place }: { readonly place: PlaceOfPatch }): ReactElement {
  const messages = useMessages(liaisonMessages).patch;
  const address = `/${place.slug}`;
  return (
    <section className="gap">
      <h2>
        <a href={address}>{place.name}</a>
      </h2>
      {place.waiting.length === 0 ? <p className="hush">{messages.nothingWaits}</p> : null}
      <Grid two>
        {' '}
        {place.waiting.map((question) => (
          <Question key={question.id} question={question} address={address}>
            <p>
              <a className="button plain" href={`${address}/council/${question.id}`}>
                {messages.answer}
              </a>
            </p>
          </Question>
        ))}
      </Grid>{' '}
      <h3 className="gap">{messages.decided}</h3>
      {place.decisions.length === 0 ? <p className="hush">{messages.nothingDecided}</p> : null}
      <ul className="list">
        {place.decisions.map((decision) => (
          <li key={decision.slug}>
            <OutcomeTag outcome={decision.outcome} /> <a href={`${address}/decisions/${decision.slug}`}>{decision.title}</a>
            {decision.amount === null ? '' : `, ${decision.amount}`} <span className="hush">{decision.day}</span>{' '}
            {decision.departs ? <Tag kind="info">{messages.departs}</Tag> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
