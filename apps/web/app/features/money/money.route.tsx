import { exactPounds, headlinePounds } from '@pursestrings/basics/money';
import { readMoney } from '@pursestrings/contracts/money';
import { SimpleBarChart } from '@pursestrings/ui/bar-chart';
import { DataTable } from '@pursestrings/ui/data-table';
import { Money } from '@pursestrings/ui/money';
import { PurseBar } from '@pursestrings/ui/purse-bar';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/money.route.ts';
import { moneyMessages } from './money.messages.ts';
import { BankPart, PurseSection } from './money-parts.tsx';
import { type MoneyView, moneyView } from './money-view.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return moneyView(await read({ request, context }, readMoney, { params: { place: params.place } }));
}

export default function WhereTheMoneyGoes({ loaderData: view }: Route.ComponentProps): ReactElement {
  const messages = useMessages(moneyMessages);
  const place = usePlace();
  const name = place?.name ?? '';
  const address = `/${place?.slug ?? ''}`;
  const sentence = view.free.total > 0 ? messages.stillToDecide(name, headlinePounds(view.free.total)) : messages.allDecided(name);
  return (
    <>
      <PageHead title={messages.title} description={messages.description(name)} />
      <h1>{messages.title}</h1>
      {view.awards.length === 0 ? (
        <p className="lead">{messages.empty(name)}</p>
      ) : (
        <>
          <p className="lead">{sentence}</p>
          <PurseBar
            totalPence={view.total}
            parts={[
              { kind: 'spent', pence: view.spent.total, href: '#spent' },
              { kind: 'promised', pence: view.promised.total, href: '#promised' },
              { kind: 'aside', pence: view.setAside.total, href: '#set-aside' },
              { kind: 'free', pence: view.free.total, href: '#still-to-decide' },
            ]}
          />
          <p>{messages.openAny}</p>
          <Sections view={view} address={address} />
        </>
      )}
    </>
  );
}

function Sections({ view, address }: { readonly view: MoneyView; readonly address: string }): ReactElement {
  const messages = useMessages(moneyMessages);
  return (
    <>
      <PurseSection id="still-to-decide" title={messages.free} heading={messages.fund} part={view.free} address={address} />
      <PurseSection id="set-aside" title={messages.setAside} heading={messages.whatFor} part={view.setAside} address={address} />
      <PurseSection id="promised" title={messages.promised} heading={messages.project} part={view.promised} address={address} />
      <Themes view={view} />
      <PurseSection id="spent" title={messages.spent} heading={messages.project} part={view.spent} address={address} />
      <section className="gap" id="came-from">
        <DataTable
          caption={messages.cameFrom}
          rows={view.awards}
          rowKey={(award) => award.id}
          columns={[
            {
              heading: messages.fund,
              cell: (award) => (
                <>
                  {award.name} (<a href={`/programmes/${award.programmeSlug}`}>{messages.howShared}</a>)
                </>
              ),
            },
            { heading: messages.funder, cell: (award) => award.funder },
            { heading: messages.made, cell: (award) => award.madeOn },
            { heading: messages.sum, numeric: true, cell: (award) => <Money pence={award.pence} form="exact" /> },
          ]}
        />
      </section>
      <BankPart part={view.bank} address={address} />
      <section className="gap" id="check">
        <h2>{messages.check}</h2>
        <p>{messages.checkWords(messages.entries(view.head.seq))}</p>
        <p>
          <code>{view.head.hash}</code>
        </p>
        <p>
          <a className="more" href={`/open${address}`}>
            {messages.allData}
          </a>
        </p>
      </section>
    </>
  );
}

/** What was spent, theme by theme: the answer to 'what did all that money go to?' before any list. */
function Themes({ view }: { readonly view: MoneyView }): ReactElement | null {
  const messages = useMessages(moneyMessages);
  const [most] = view.themes;
  if (most === undefined) return null;
  return (
    <section className="gap" id="themes">
      <SimpleBarChart
        title={messages.byTheme}
        description={messages.byThemeAbout(most.theme, headlinePounds(most.pence))}
        bars={view.themes.map(({ theme, pence }) => ({ label: theme, value: pence, words: exactPounds(pence) }))}
        headings={[messages.theme, messages.sum]}
      />
    </section>
  );
}
