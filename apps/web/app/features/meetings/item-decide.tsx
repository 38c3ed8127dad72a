import { waysForTooFew } from '@pursestrings/contracts/decisions';
import { Button, ButtonRow, LinkButton } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { Details } from '@pursestrings/ui/details';
import { Slip } from '@pursestrings/ui/slip';
import { TextArea } from '@pursestrings/ui/text-area';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { ItemData } from './item-data.ts';
import { meetingsMessages } from './meetings.messages.ts';

/** What came of the item, and where it is written up. */
export function Recorded({ data }: { readonly data: ItemData }): ReactElement | null {
  const messages = useMessages(meetingsMessages);
  const { recorded } = data.item;
  if (recorded === null) return null;
  const isPublished = recorded.state === 'published';
  const href = isPublished ? `${data.address}/decisions/${recorded.slug}` : `${data.address}/decisions/prepare/${recorded.id}`;
  return (
    <Slip title={messages.item.recorded}>
      <p>
        <OutcomeTag outcome={recorded.outcome} /> {recorded.awaitsFundHolder ? messages.run.awaits : ''}
      </p>
      <p>
        <LinkButton href={href}>{isPublished ? messages.item.read : messages.item.writeUp}</LinkButton>
      </p>
      {isPublished ? null : <p className="hush">{messages.item.again}</p>}
    </Slip>
  );
}

/** 'Agreed, nobody against' is one tap. A count, and coming back to it, are there when wanted. */
export function Decide({ data, form }: { readonly data: ItemData; readonly form: FormState }): ReactElement | null {
  const messages = useMessages(meetingsMessages).item;
  const { standing, recorded } = data.item;
  if (standing.present === 0) return null;
  const counting = form.error('votesFor') !== undefined || form.error('residentsAbstained') !== undefined;
  const fields = (
    <PostForm formId={data.forms.decide}>
      <input type="hidden" name="press" value="decide" />
      {standing.tooFewByInterests ? <TooFew data={data} form={form} /> : null}
      <ButtonRow>
        <Button name="result" value="agreed_nobody_against" kind={recorded === null ? 'main' : 'plain'}>
          {messages.unanimous}
        </Button>
        <Button name="result" value="come_back" kind="plain">
          {messages.comeBack}
        </Button>
      </ButtonRow>
      <Details summary={messages.count} open={counting}>
        <p>{messages.countAbout(standing.canDecide)}</p>
        {(['votesFor', 'votesAgainst', 'abstained'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={messages[name]}
            value={form.value(name)}
            error={form.error(name)}
            width={4}
            inputMode="numeric"
          />
        ))}
        <TextField
          name="residentsAbstained"
          label={messages.residentsAbstained}
          hint={messages.residentsHint}
          value={form.value('residentsAbstained')}
          error={form.error('residentsAbstained')}
          width={4}
          inputMode="numeric"
          optional
        />
        <Button name="result" value="counted" kind="plain">
          {messages.saveCount}
        </Button>
      </Details>
    </PostForm>
  );
  return (
    <section>
      <h2>{messages.decide}</h2>
      {fields}
    </section>
  );
}

function TooFew({ data, form }: { readonly data: ItemData; readonly form: FormState }): ReactElement {
  const messages = useMessages(meetingsMessages).item;
  const hints = { ...messages.wayHints, residents_called: messages.wayHints.residents_called(data.item.standing.agreedResidentsHere) };
  return (
    <>
      <Radios
        name="way"
        label={messages.way}
        options={waysForTooFew.map((value) => ({ value, label: messages.ways[value], hint: hints[value] }))}
        value={form.value('way')}
        error={form.error('way')}
      />
      <TextArea
        name="wayNote"
        label={messages.wayNote}
        value={form.value('wayNote')}
        error={form.error('wayNote')}
        rows={2}
        maxLength={1000}
      />
    </>
  );
}
