import { TextArea } from '@pursestrings/ui/text-area';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { decisionsMessages } from './decisions.messages.ts';

/** What the boxes hold before anything is typed. */
export interface WordsBefore {
  readonly title: string;
  readonly reasons: string;
  readonly plainSummary: string;
  readonly departs: boolean;
  readonly departsReason: string | null;
}

/** The words that a decision is published with; the reason first, as residents read it. */
export function WordsFields({ form, before }: { readonly form: FormState; readonly before: WordsBefore }): ReactElement {
  const messages = useMessages(decisionsMessages).prepare;
  return (
    <>
      <TextField
        name="title"
        label={messages.titleLabel}
        value={form.value('title', before.title)}
        error={form.error('title')}
        maxLength={150}
      />
      <TextArea
        name="reasons"
        label={messages.reasons}
        hint={messages.reasonsHint}
        value={form.value('reasons', before.reasons)}
        error={form.error('reasons')}
        rows={6}
        maxLength={5000}
      />
      <TextArea
        name="plainSummary"
        label={messages.summary}
        hint={messages.summaryHint}
        value={form.value('plainSummary', before.plainSummary)}
        error={form.error('plainSummary')}
        rows={3}
        maxLength={600}
      />
      {before.departs ? (
        <TextArea
          name="departsReason"
          label={messages.departs}
          hint={messages.departsHint}
          value={form.value('departsReason', before.departsReason ?? '')}
          error={form.error('departsReason')}
          maxLength={3000}
        />
      ) : null}
    </>
  );
}
