import { importPastPayments, readBooks } from '@pursestrings/contracts/payments';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DataTable } from '@pursestrings/ui/data-table';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextArea } from '@pursestrings/ui/text-area';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormReply, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/past-payments.route.ts';
import { paymentsMessages } from './payments.messages.ts';

interface BadRow {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

interface Reply extends FormReply {
  readonly rows?: readonly BadRow[];
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { awards } = await read({ request, context }, readBooks, { params: { place: params.place } });
  return { formId: newFormId(), awards: awards.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = paymentsMessages.en;
  const form = await readForm(request, importPastPayments.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, importPastPayments, { params: { place: params.place }, body: form.value });
  if (answer.ok) throw redirect(`/${params.place}/books?imported=${answer.value.payments}&pence=${answer.value.totalPence}`, 303);
  const refused = await apiRefused(request, answer.problem, words);
  const rows = answer.problem.code === 'rows-refused' && 'rows' in answer.problem ? (answer.problem.rows as readonly BadRow[]) : undefined;
  return data<Reply>({ ...refused.data, ...(rows ? { rows } : {}) }, { status: 422 });
}

/** Payments from before the place began here. All of a file, or nothing. */
export default function PastPayments({ loaderData: { formId, awards }, actionData, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(paymentsMessages);
  const form = formState(actionData);
  const rows = (actionData as Reply | undefined)?.rows ?? [];
  return (
    <div className="narrow">
      <PageHead title={messages.importTitle} description={messages.importAbout} hasErrors={form.hasErrors} />
      <BackLink href={`/${params.place}/books`} words={messages.backToBooks} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.importTitle}</h1>
      <p>{messages.importAbout}</p>
      {rows.length === 0 ? null : (
        <DataTable
          caption={messages.badLines}
          rows={rows}
          rowKey={(row) => `${row.line}:${row.column}:${row.reason}`}
          columns={[
            { heading: messages.line, cell: (row) => `${messages.line} ${row.line}` },
            { heading: messages.column, cell: (row) => row.column },
            { heading: messages.why, cell: (row) => row.reason },
          ]}
        />
      )}
      <PostForm formId={form.value('formId', formId) ?? formId}>
        <SelectField
          name="awardId"
          label={messages.whichFund}
          options={awards}
          value={form.value('awardId')}
          error={form.error('awardId')}
        />
        <TextArea
          name="csv"
          label={messages.importLabel}
          hint={messages.importHint}
          rows={12}
          value={form.value('csv')}
          error={form.error('csv')}
        />
        <ButtonRow>
          <Button>{messages.importGo}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
