import { Button, LinkButton } from '@pursestrings/ui/button';
import { Details } from '@pursestrings/ui/details';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement, ReactNode } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { roundsMessages } from './rounds.messages.ts';

export interface DeedsProps {
  readonly data: { readonly may: readonly string[]; readonly forms: Readonly<Record<string, string>> };
  readonly form: FormState;
  /** Of the vote, as in '/kettlewick/votes/spring-vote-k3m9xq'. */
  readonly address: string;
}

/** What those who hold the vote may do with it now. Nothing for anybody else. */
export function Deeds({ data: { may, forms }, form, address }: DeedsProps): ReactElement | null {
  const messages = useMessages(roundsMessages);
  if (may.length === 0) return null;
  const formFor = (deed: string, parts: ReactNode): ReactNode =>
    may.includes(deed) ? (
      <PostForm key={deed} formId={forms[deed] ?? ''}>
        <input type="hidden" name="deed" value={deed} />
        {parts}
      </PostForm>
    ) : null;
  return (
    <section className="gap narrow">
      <h2>{messages.forOfficers}</h2>
      {formFor(
        'announce',
        <>
          <p>{messages.announceHint}</p>
          <Button>{messages.announce}</Button>
        </>,
      )}
      {formFor(
        'count',
        <>
          <p>{messages.countHint}</p>
          <Button>{messages.count}</Button>
        </>,
      )}
      {may.includes('confirm') || may.includes('recount') ? (
        <p>
          <LinkButton href={`${address}/result`}>{messages.lookAtCount}</LinkButton>
        </p>
      ) : null}
      {formFor('publish', <Button>{messages.publish}</Button>)}
      {may.includes('give_code') ? (
        <p>
          <LinkButton kind="plain" href={`${address}/codes`}>
            {messages.giveCode}
          </LinkButton>
        </p>
      ) : null}
      {formFor(
        'cancel',
        <Details summary={messages.cancel} open={form.error('reason') !== undefined}>
          <TextArea name="reason" label={messages.reason} value={form.value('reason')} error={form.error('reason')} />
          <Button kind="stop">{messages.cancel}</Button>
        </Details>,
      )}
    </section>
  );
}
