import { pence } from '@pursestrings/basics/money';
import { DataTable } from '@pursestrings/ui/data-table';
import { moneyInWords } from '@pursestrings/ui/money';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import type { ProjectView } from './project-view.ts';
import { projectsMessages } from './projects.messages.ts';

interface PartProps {
  readonly view: ProjectView;
  readonly place: string;
}

/** What lies in the project's accounts, each leading to its entries. */
export function Money({ view, place }: PartProps): ReactElement {
  const messages = useMessages(projectsMessages);
  const words = { promised: messages.leftWords, owed: messages.leftWords, spent: messages.spentWords };
  return (
    <>
      {view.gaveBack === null ? null : <p>{messages.gaveBack(view.gaveBack)}</p>}
      {view.accounts.length === 0 ? null : (
        <p>
          {messages.followPound}:{' '}
          {view.accounts.map((account, index) => (
            <span key={account.id}>
              {index === 0 ? '' : ' · '}
              <a href={`/${place}/money/accounts/${account.id}`}>
                {words[account.kind]}, {moneyInWords(pence(account.balancePence), 'exact')}
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** What was told, newest first, and what was learnt. */
export function News({ view }: { readonly view: ProjectView }): ReactElement {
  const messages = useMessages(projectsMessages);
  return (
    <section className="gap">
      {view.project.learnt === null ? null : (
        <>
          <h2>{messages.learnt}</h2>
          <p>{view.project.learnt}</p>
        </>
      )}
      <h2>{messages.news}</h2>
      {view.updates.length === 0 ? <p className="hush">{messages.noNews}</p> : null}
      {view.updates.map((update) => (
        <div key={update.key}>
          <h3>{update.day}</h3>
          <p>{update.words}</p>
        </div>
      ))}
    </section>
  );
}

/** The decisions that promised money to it, each with its sum. */
export function HowItWasDecided({ view, place }: PartProps): ReactElement | null {
  const messages = useMessages(projectsMessages);
  if (view.decisions.length === 0) return null;
  return (
    <section className="gap">
      <h2>{messages.decided}</h2>
      <ul>
        {view.decisions.map((decision) => (
          <li key={decision.slug}>
            <a href={`/${place}/decisions/${decision.slug}`}>{decision.title}</a>, {decision.day}: {decision.sum}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Payments that everyone may see, newest first. What came back is taken off. */
export function WhatWasPaid({ view, place }: PartProps): ReactElement {
  const messages = useMessages(projectsMessages);
  return (
    <section className="gap">
      {view.payments.length === 0 ? <h2>{messages.payments}</h2> : null}
      <DataTable
        caption={messages.payments}
        rows={view.payments}
        rowKey={(payment) => String(payment.number)}
        empty={messages.noPayments}
        columns={[
          { heading: messages.whatFor, cell: (payment) => <a href={`/${place}/payments/${payment.number}`}>{payment.purpose}</a> },
          { heading: messages.paidOn, cell: (payment) => payment.day },
          {
            heading: messages.sum,
            numeric: true,
            cell: (payment) => (payment.reversed ? `${payment.sum} (${messages.putRight})` : payment.sum),
          },
        ]}
      />
    </section>
  );
}
