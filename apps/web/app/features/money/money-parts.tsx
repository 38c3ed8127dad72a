import { DataTable } from '@pursestrings/ui/data-table';
import { Money } from '@pursestrings/ui/money';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import { moneyMessages } from './money.messages.ts';
import type { MoneyLine, MoneyPart } from './money-view.ts';

/** One part of the purse as a table: each sum opens the account that it lies in. */
export function PurseSection(props: {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly part: MoneyPart;
  readonly address: string;
}): ReactElement {
  const messages = useMessages(moneyMessages);
  const { part, address } = props;
  const hasThemes = part.lines.some((line) => line.theme !== null && line.theme !== line.name);
  return (
    <section className="gap" id={props.id}>
      {part.lines.length === 0 ? <h2>{props.title}</h2> : null}
      <DataTable
        caption={props.title}
        rows={part.lines}
        rowKey={(line) => line.id}
        columns={[
          { heading: props.heading, cell: (line) => <LineName line={line} address={address} /> },
          ...(hasThemes ? [{ heading: messages.theme, cell: (line: MoneyLine) => line.theme ?? '' }] : []),
          { heading: messages.sum, numeric: true, cell: (line) => <Sum line={line} address={address} /> },
        ]}
        foot={[messages.total, ...(hasThemes ? [''] : []), <Money key="total" pence={part.total} form="exact" />]}
        empty={messages.nothing}
      />
    </section>
  );
}

/** What lies in the bank, award by award. */
export function BankPart({ part, address }: { readonly part: MoneyPart; readonly address: string }): ReactElement | null {
  const messages = useMessages(moneyMessages);
  if (part.lines.length === 0) return null;
  return <PurseSection id="bank" title={messages.inBank} heading={messages.fund} part={part} address={address} />;
}

function LineName({ line, address }: { readonly line: MoneyLine; readonly address: string }): ReactElement {
  const messages = useMessages(moneyMessages);
  return (
    <>
      {line.projectSlug === null ? line.name : <a href={`${address}/projects/${line.projectSlug}`}>{line.name}</a>}
      {line.ringFenced ? <span className="small hush"> ({messages.setForGood})</span> : null}
    </>
  );
}

function Sum({ line, address }: { readonly line: MoneyLine; readonly address: string }): ReactElement {
  return (
    <a href={`${address}/money/accounts/${line.id}`}>
      <Money pence={line.pence} form="exact" />
      <span className="away">: {line.name}</span>
    </a>
  );
}
