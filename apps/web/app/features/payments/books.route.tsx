import { pence, plainPounds } from '@pursestrings/basics/money';
import { readBooks } from '@pursestrings/contracts/payments';
import { DataTable } from '@pursestrings/ui/data-table';
import { Money } from '@pursestrings/ui/money';
import { Notice } from '@pursestrings/ui/notice';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/books.route.ts';
import { paymentsMessages } from './payments.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const books = await read({ request, context }, readBooks, { params: { place: params.place } });
  const { roles } = context.get(sessionContext);
  const over = new Set(['refused', 'returned', 'reversed']);
  return {
    commitments: books.commitments.filter((commitment) => commitment.leftPence > 0),
    waiting: books.payments.filter((payment) => !over.has(payment.state) && !payment.published),
    finished: books.payments.filter((payment) => over.has(payment.state) || payment.published),
    awards: books.awards,
    mayAsk: roles.includes('treasurer') || roles.includes('worker'),
    isTreasurer: roles.includes('treasurer'),
    imported: new URL(request.url).searchParams.get('imported'),
    importedPence: new URL(request.url).searchParams.get('pence'),
  };
}

type Books = Route.ComponentProps['loaderData'];
type Payment = Books['waiting'][number];

/** How a state looks: agreed or done, waiting for somebody, over without payment. */
const looks: Record<Payment['state'], TagKind> = {
  requested: 'wait',
  checked: 'wait',
  approved: 'info',
  sent: 'info',
  matched: 'yes',
  refused: 'no',
  returned: 'no',
  reversed: 'no',
};

export default function BooksPage({ loaderData: books, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const address = `/${params.place}/books`;
  return (
    <>
      <PageHead title={messages.books} description={messages.booksDescription} />
      <h1>{messages.books}</h1>
      {books.imported === null || books.importedPence === null ? null : (
        <Notice kind="done">
          <p>{messages.importDone(Number(books.imported), plainPounds(pence(Number(books.importedPence))))}</p>
        </Notice>
      )}
      <PaymentTable title={messages.waiting} payments={books.waiting} address={address} empty={messages.nothingWaits} />
      <PromisesTable books={books} address={address} />
      <BankTable awards={books.awards} />
      <ul>
        <li>
          <a href={`${address}/recipient`}>{messages.addRecipient}</a>
        </li>
        {books.isTreasurer ? (
          <>
            <li>
              <a href={`${address}/drawdown`}>{messages.addDrawdown}</a>
            </li>
            <li>
              <a href={`${address}/past-payments`}>{messages.importPast}</a>
            </li>
          </>
        ) : null}
      </ul>
      <PaymentTable title={messages.recent} payments={books.finished} address={address} empty={messages.noPayments} />
    </>
  );
}

function PaymentTable(props: {
  readonly title: string;
  readonly payments: readonly Payment[];
  readonly address: string;
  readonly empty: string;
}): ReactElement {
  const messages = useMessages(paymentsMessages);
  return (
    <section className="gap">
      {props.payments.length === 0 ? <h2>{props.title}</h2> : null}
      <DataTable
        caption={props.title}
        rows={props.payments}
        rowKey={(payment) => String(payment.number)}
        empty={props.empty}
        columns={[
          {
            heading: messages.number,
            cell: (payment) => <a href={`${props.address}/payments/${payment.number}`}>{messages.payment(payment.number)}</a>,
          },
          { heading: messages.project, cell: (payment) => payment.projectTitle },
          { heading: messages.payee, cell: (payment) => payment.payeeName },
          { heading: messages.state, cell: (payment) => <Tag kind={looks[payment.state]}>{messages.states[payment.state]}</Tag> },
          { heading: messages.sum, numeric: true, cell: (payment) => <Money pence={pence(payment.amountPence)} form="exact" /> },
        ]}
      />
    </section>
  );
}

function PromisesTable({ books, address }: { readonly books: Books; readonly address: string }): ReactElement {
  const messages = useMessages(paymentsMessages);
  const ask = (id: string, project: string) => (
    <a href={`${address}/ask/${id}`}>
      {messages.askFor}
      <span className="away">: {project}</span>
    </a>
  );
  return (
    <section className="gap">
      {books.commitments.length === 0 ? <h2>{messages.toPay}</h2> : null}
      <DataTable
        caption={messages.toPay}
        rows={books.commitments}
        rowKey={(commitment) => commitment.id}
        empty={messages.nothingToPay}
        columns={[
          { heading: messages.project, cell: (commitment) => commitment.projectTitle },
          { heading: messages.payee, cell: (commitment) => commitment.payeeName },
          { heading: messages.left, numeric: true, cell: (commitment) => <Money pence={pence(commitment.leftPence)} form="exact" /> },
          ...(books.mayAsk
            ? [
                {
                  heading: messages.askFor,
                  cell: (commitment: Books['commitments'][number]) => ask(commitment.id, commitment.projectTitle),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function BankTable({ awards }: { readonly awards: Books['awards'] }): ReactElement {
  const messages = useMessages(paymentsMessages);
  return (
    <section className="gap">
      {awards.length === 0 ? <h2>{messages.bank}</h2> : null}
      <DataTable
        caption={messages.bank}
        rows={awards}
        rowKey={(award) => award.id}
        empty={messages.noBank}
        columns={[
          { heading: messages.fund, cell: (award) => award.name },
          { heading: messages.given, numeric: true, cell: (award) => <Money pence={pence(award.amountPence)} form="exact" /> },
          { heading: messages.sentByFunder, numeric: true, cell: (award) => <Money pence={pence(award.drawnPence)} form="exact" /> },
          { heading: messages.inBank, numeric: true, cell: (award) => <Money pence={pence(award.bankPence)} form="exact" /> },
        ]}
      />
    </section>
  );
}
