import type { RoundResult } from '@pursestrings/contracts/results';
import { Button } from '@pursestrings/ui/button';
import { Tick } from '@pursestrings/ui/choice-fields';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { resultMessages } from './result.messages.ts';

export interface CheckersPartProps {
  readonly data: { readonly result: RoundResult; readonly may: readonly string[]; readonly formId: string };
  readonly form: FormState;
}

/** For vote checkers: to confirm a count, or to count again. */
export function CheckersPart({ data: { result, may, formId }, form }: CheckersPartProps): ReactElement | null {
  const messages = useMessages(resultMessages);
  const id = form.value('formId', formId) ?? formId;
  if (may.includes('confirm')) {
    return (
      <section className="gap narrow">
        <h2>{messages.confirmTitle}</h2>
        <p>{messages.confirmWords(result.confirmedBy)}</p>
        <PostForm formId={id}>
          <input type="hidden" name="version" value={result.version} />
          <Tick name="noInterest" label={messages.noInterest} error={form.error('noInterest')} />
          <Button>{messages.confirm}</Button>
        </PostForm>
      </section>
    );
  }
  if (!may.includes('recount')) return null;
  return (
    <section className="gap">
      <PostForm formId={id}>
        <input type="hidden" name="deed" value="recount" />
        <Button kind="plain">{messages.recount}</Button>
      </PostForm>
    </section>
  );
}
