import { pence } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import { readAccount } from '@pursestrings/contracts/money';
import { DataTable } from '@pursestrings/ui/data-table';
import { Money } from '@pursestrings/ui/money';
import { Pager } from '@pursestrings/ui/pager';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/account.route.ts';
import { moneyMessages } from './money.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const before = /^\d{1,9}$/.exec(new URL(request.url).searchParams.get('before') ?? '')?.[0];
  const page = await read({ request, context }, readAccount, {
    params: { place: params.place, account: params.account },
    query: before === undefined ? {} : { before: Number(before) },
  });
  return {
    ...page,
    isFirst: before === undefined,
    entries: page.entries.map((entry) => ({ ...entry, amountPence: pence(entry.amountPence), day: dayInWords(entry.happenedOn) })),
  };
}

export default function AccountPage({ loaderData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(moneyMessages);
  const { account, entries } = loaderData;
  const title = messages.account[account.kind](account.name);
  const money = `/${params.place}/money`;
  const isOutside = account.balancePence < 0;
  return (
    <>
      <PageHead title={title} description={messages.accountDescription(title)} />
      <BackLink href={money} words={messages.backToMoney} />
      <h1>{title}</h1>
      <p className="lead">
        {isOutside ? messages.outside : messages.holds}{' '}
        <Money pence={pence(isOutside ? -account.balancePence : account.balancePence)} form="exact" />.
      </p>
      <DataTable
        caption={messages.accountDescription(title)}
        captionHidden
        rows={entries}
        rowKey={(entry) => `${entry.seq}:${entry.amountPence}`}
        empty={messages.noEntries}
        columns={[
          {
            heading: messages.what,
            cell: (entry) => (
              <a href={`${money}/entries/${entry.seq}`}>
                {messages.entry(entry.kind)}
                <span className="away">, {messages.entryTitle(entry.seq).toLowerCase()}</span>
              </a>
            ),
          },
          { heading: messages.date, cell: (entry) => entry.day },
          { heading: messages.fromTo, cell: (entry) => messages.account[entry.otherKind](entry.otherName) },
          { heading: messages.inOut, numeric: true, cell: (entry) => <Money pence={entry.amountPence} form="exact" /> },
        ]}
      />
      <Pager
        previousHref={loaderData.isFirst ? undefined : `${money}/accounts/${account.id}`}
        nextHref={loaderData.older === null ? undefined : `${money}/accounts/${account.id}?before=${loaderData.older}`}
      />
    </>
  );
}
