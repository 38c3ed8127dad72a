import { pence } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import { readEntry } from '@pursestrings/contracts/money';
import { DataTable } from '@pursestrings/ui/data-table';
import { Details } from '@pursestrings/ui/details';
import { Money } from '@pursestrings/ui/money';
import { SummaryList, type SummaryRow } from '@pursestrings/ui/summary-list';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/entry.route.ts';
import { type MoneyMessages, moneyMessages } from './money.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { entry } = await read({ request, context }, readEntry, { params: { place: params.place, seq: params.seq } });
  return {
    entry: { ...entry, transfers: entry.transfers.map((transfer) => ({ ...transfer, amountPence: pence(transfer.amountPence) })) },
    day: dayInWords(entry.happenedOn),
  };
}

type Entry = Route.ComponentProps['loaderData']['entry'];

export default function EntryPage({ loaderData: { entry, day }, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(moneyMessages);
  const place = `/${params.place}`;
  const what = messages.entry(entry.kind);
  return (
    <>
      <PageHead title={`${messages.entryTitle(entry.seq)}: ${what}`} description={messages.entryDescription(what, day)} />
      <BackLink href={`${place}/money`} words={messages.backToMoney} />
      <h1>{what}</h1>
      <SummaryList rows={facts(entry, { day, place, messages })} />
      <DataTable
        caption={messages.moved}
        rows={entry.transfers}
        rowKey={(transfer) => String(transfer.line)}
        columns={[
          {
            heading: messages.from,
            cell: (transfer) => (
              <a href={`${place}/money/accounts/${transfer.from.id}`}>{messages.account[transfer.from.kind](transfer.from.name)}</a>
            ),
          },
          {
            heading: messages.to,
            cell: (transfer) => (
              <a href={`${place}/money/accounts/${transfer.to.id}`}>{messages.account[transfer.to.kind](transfer.to.name)}</a>
            ),
          },
          { heading: messages.sum, numeric: true, cell: (transfer) => <Money pence={transfer.amountPence} form="exact" /> },
        ]}
      />
      <section className="gap">
        <Details summary={messages.seal}>
          <p>{messages.sealWords}</p>
          <p>
            <code>{entry.line}</code>
          </p>
          <SummaryList
            rows={[
              { question: messages.sealBefore, answer: <code>{entry.prevHash}</code> },
              { question: messages.sealOwn, answer: <code>{entry.hash}</code> },
            ]}
          />
        </Details>
      </section>
    </>
  );
}

function facts(
  entry: Entry,
  { day, place, messages }: { readonly day: string; readonly place: string; readonly messages: MoneyMessages },
): SummaryRow[] {
  const link = (href: string, words: string) => <a href={`${place}/${href}`}>{words}</a>;
  const rows: (SummaryRow | null)[] = [
    { question: messages.happened, answer: day },
    { question: messages.writtenDown, answer: `${entry.recordedAt.slice(0, 16).replace('T', ' ')} UTC` },
    entry.decision === null
      ? null
      : { question: messages.decidedBy, answer: link(`decisions/${entry.decision.slug}`, entry.decision.title) },
    paymentFact(entry, { place, messages }),
    entry.memo === null ? null : { question: messages.note, answer: entry.memo },
    entry.memoBlanked ? { question: messages.note, answer: messages.noteBlanked } : null,
    entry.reverses === null
      ? null
      : { question: messages.reverses, answer: link(`money/entries/${entry.reverses}`, messages.entryTitle(entry.reverses)) },
    entry.reversedBy === null
      ? null
      : { question: messages.reversedBy, answer: link(`money/entries/${entry.reversedBy}`, messages.entryTitle(entry.reversedBy)) },
  ];
  return rows.filter((row) => row !== null);
}

function paymentFact(entry: Entry, { place, messages }: { readonly place: string; readonly messages: MoneyMessages }): SummaryRow | null {
  if (entry.paymentNumber !== null) {
    return {
      question: messages.thePayment,
      answer: <a href={`${place}/payments/${entry.paymentNumber}`}>{messages.paymentNumber(entry.paymentNumber)}</a>,
    };
  }
  return entry.kind === 'paid' ? { question: messages.thePayment, answer: messages.notYetPublic } : null;
}
