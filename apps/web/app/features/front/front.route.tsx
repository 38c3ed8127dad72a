import { listPlaces } from '@pursestrings/contracts/places';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/front.route.ts';
import { frontMessages } from './front.messages.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  return await read({ request, context }, listPlaces, {});
}

/** What this site is, and the way to each neighbourhood. */
export default function Front({ loaderData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(frontMessages);
  return (
    <>
      <PageHead title={messages.title} description={messages.description} />
      <h1>{messages.heading}</h1>
      <p className="lead">{messages.about}</p>
      <section className="gap" aria-labelledby="places">
        <h2 id="places">{messages.choose}</h2>
        {loaderData.places.length === 0 ? (
          <p className="hush">{messages.none}</p>
        ) : (
          <ul className="places">
            {loaderData.places.map((place) => (
              <li key={place.slug} className="slip">
                <h3>
                  <a href={`/${place.slug}`}>{place.name}</a>
                </h3>
                {place.council === null ? null : <p className="small hush">{messages.council(place.council)}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="gap" aria-labelledby="doings">
        <h2 id="doings">{messages.whatYouCanDo}</h2>
        <ul className="doings">
          {messages.doings.map((doing) => (
            <li key={doing.title}>
              <h3>{doing.title}</h3>
              <p>{doing.words}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
