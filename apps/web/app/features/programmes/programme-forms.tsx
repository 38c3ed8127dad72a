import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DataTable } from '@pursestrings/ui/data-table';
import { DateField } from '@pursestrings/ui/date-field';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { programmesMessages } from './programmes.messages.ts';

/** A line of places that cannot be read; lines count from 1. */
export interface LineFault {
  readonly line: number;
  readonly reason: 'not-three-parts' | 'people-not-a-number' | 'index-not-a-number' | 'place-unknown' | 'place-twice';
}

interface FormProps {
  readonly formId: string;
  readonly form: FormState;
}

/** Which places share the fund: one a line. */
export function PlacesForm({
  formId,
  form,
  faults,
  before,
}: FormProps & { readonly faults: readonly LineFault[]; readonly before: string }): ReactElement {
  const messages = useMessages(programmesMessages);
  return (
    <section className="gap">
      <h2>{messages.placesTitle}</h2>
      {faults.length === 0 ? null : (
        <DataTable
          caption={messages.badLines}
          rows={faults}
          rowKey={(fault) => `${fault.line}:${fault.reason}`}
          columns={[
            { heading: messages.badLines, cell: (fault) => messages.line(fault.line) },
            { heading: messages.why, cell: (fault) => messages.lineFaults[fault.reason] },
          ]}
        />
      )}
      <PostForm formId={formId}>
        <TextArea
          name="placeLines"
          label={messages.placesLabel}
          hint={messages.placesHint}
          rows={8}
          value={form.value('placeLines', before) ?? before}
          error={form.error('placeLines')}
        />
        <ButtonRow>
          <Button kind="plain">{messages.placesGo}</Button>
        </ButtonRow>
      </PostForm>
    </section>
  );
}

/** Makes the shares public, for good. */
export function PublishForm({ formId, form }: FormProps): ReactElement {
  const messages = useMessages(programmesMessages);
  return (
    <section className="gap">
      <h2>{messages.publishTitle}</h2>
      <p>{messages.publishAbout}</p>
      <PostForm formId={formId}>
        <DateField name="madeOn" label={messages.madeOn} value={form.day('madeOn')} error={form.error('madeOn')} />
        <ButtonRow>
          <Button>{messages.publishGo}</Button>
        </ButtonRow>
      </PostForm>
    </section>
  );
}
