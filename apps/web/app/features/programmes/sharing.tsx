import { DataTable } from '@pursestrings/ui/data-table';
import { Money } from '@pursestrings/ui/money';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import type { ProgrammeView } from './programme-view.ts';
import { programmesMessages } from './programmes.messages.ts';

/** Inputs, steps and shares, so that anyone can work them out again. */
export function Sharing({ view }: { readonly view: ProgrammeView }): ReactElement {
  const messages = useMessages(programmesMessages);
  return (
    <>
      <p>
        {messages.rules[view.rule]}{' '}
        {view.rule === 'by_need' && view.index !== null ? messages.index(view.index.name, view.index.source) : null}
      </p>
      <DataTable
        caption={messages.share}
        captionHidden
        rows={view.shares}
        rowKey={(share) => share.slug}
        columns={[
          { heading: messages.place, cell: (share) => <a href={`/${share.slug}`}>{share.name}</a> },
          { heading: messages.people, numeric: true, cell: (share) => share.people },
          ...(view.rule === 'by_need'
            ? [{ heading: messages.need, numeric: true, cell: (share: ProgrammeView['shares'][number]) => share.need }]
            : []),
          { heading: messages.counts, numeric: true, cell: (share) => share.weight },
          { heading: messages.share, numeric: true, cell: (share) => <Money pence={share.pence} form="exact" /> },
        ]}
        foot={[messages.total, '', ...(view.rule === 'by_need' ? [''] : []), '', <Money key="sum" pence={view.sum} form="exact" />]}
      />
      <section className="gap">
        <h2>{messages.howTitle}</h2>
        <Steps view={view} />
        <p>
          <a className="more" href={`/programmes/${view.slug}/shares.csv`}>
            {messages.file}
          </a>
        </p>
      </section>
    </>
  );
}

function Steps({ view }: { readonly view: ProgrammeView }): ReactElement {
  const { steps } = useMessages(programmesMessages);
  const told = [
    steps.weigh[view.rule],
    ...(view.floor === null ? [] : [steps.floor(view.floor)]),
    ...(view.ceiling === null ? [] : [steps.ceiling(view.ceiling)]),
    ...view.bounds.map(({ place, at }) => steps.bound(place, at)),
    steps.share(view.shared, view.weightOfAll),
    steps.pennies,
    ...(view.lucky.length === 0 ? [] : [steps.lucky(view.lucky.join(', '))]),
    steps.ties,
  ];
  return (
    <ol>
      {told.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
