import { headlinePounds } from '@pursestrings/basics/money';
import { readHome } from '@pursestrings/contracts/home';
import { PurseBar } from '@pursestrings/ui/purse-bar';
import { Grid } from '@pursestrings/ui/slip';
import type { ReactElement } from 'react';
import { isRouteErrorResponse } from 'react-router';
import { type Asking, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/home.route.ts';
import { homeMessages } from './home.messages.ts';
import { DecidedLast, HappeningNow, IsItHappening, NextMeeting, SayWhatIsNeeded } from './home-slips.tsx';
import { emptyHome, type HomeView, homeView } from './home-view.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return { formId: newFormId(), home: homeView(await readHomeOrNothing({ request, context }, params.place)) };
}

/** The layout above has found the place, so 'not found' here means that it has nothing to show yet. */
async function readHomeOrNothing(asking: Asking, place: string) {
  try {
    return await read(asking, readHome, { params: { place } });
  } catch (thrown) {
    if (isNotFound(thrown)) return emptyHome;
    throw thrown;
  }
}

function isNotFound(thrown: unknown): boolean {
  if (isRouteErrorResponse(thrown)) return thrown.status === 404;
  return typeof thrown === 'object' && thrown !== null && 'init' in thrown && (thrown.init as ResponseInit | null)?.status === 404;
}

export default function Home({ loaderData: { formId, home } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(homeMessages);
  const place = usePlace();
  const name = place?.name ?? '';
  const address = `/${place?.slug ?? ''}`;
  return (
    <>
      <PageHead title={messages.pageTitle(name)} description={`${headline(home, name, messages)} ${messages.description(name)}`} />
      <h1>{headline(home, name, messages)}</h1>
      {home.purse === null ? <p>{messages.noPurseYet}</p> : <ThePurse purse={home.purse} address={address} />}
      <Grid two>
        {home.round === null ? null : <HappeningNow round={home.round} address={address} />}
        <SayWhatIsNeeded formId={formId} ideas={home.ideas} address={address} />
        <DecidedLast decisions={home.decisions} count={home.decisionCount} address={address} />
        <IsItHappening projects={home.projects} address={address} />
        <NextMeeting meeting={home.meeting} address={address} />
      </Grid>
    </>
  );
}

function headline(home: HomeView, name: string, messages: (typeof homeMessages)['en']): string {
  if (home.purse === null || home.purse.total === 0) return messages.justStarting(name);
  return home.purse.free > 0 ? messages.stillToDecide(name, headlinePounds(home.purse.free)) : messages.allDecided(name);
}

function ThePurse({ purse, address }: { readonly purse: NonNullable<HomeView['purse']>; readonly address: string }): ReactElement {
  const messages = useMessages(homeMessages);
  const money = `${address}/money`;
  return (
    <>
      <p>{messages.held(headlinePounds(purse.total), purse.until)}</p>
      <PurseBar
        totalPence={purse.total}
        parts={[
          { kind: 'spent', pence: purse.spent, href: `${money}#spent` },
          { kind: 'promised', pence: purse.promised, href: `${money}#promised` },
          { kind: 'aside', pence: purse.aside, href: `${money}#set-aside` },
          { kind: 'free', pence: purse.free, href: `${money}#still-to-decide` },
        ]}
      />
    </>
  );
}
