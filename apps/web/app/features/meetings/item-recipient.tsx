import { Button } from '@pursestrings/ui/button';
import { SelectField } from '@pursestrings/ui/select-field';
import { Slip } from '@pursestrings/ui/slip';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { ItemData } from './item-data.ts';
import { meetingsMessages } from './meetings.messages.ts';

/** Money goes to somebody who is named before the item is decided, so that interests in them are seen. */
export function Recipient({ data, form }: { readonly data: ItemData; readonly form: FormState }): ReactElement {
  const messages = useMessages(meetingsMessages).item;
  return (
    <Slip title={messages.recipient} now>
      <p>{messages.recipientNeeded}</p>
      <PostForm formId={data.forms.settle}>
        <SelectField
          name="recipientId"
          label={messages.recipient}
          options={[{ value: '', label: messages.choose }, ...(data.recipients ?? [])]}
          value={form.value('recipientId')}
          error={form.error('recipientId')}
        />
        <Button name="press" value="settle">
          {messages.saveRecipient}
        </Button>
      </PostForm>
    </Slip>
  );
}
