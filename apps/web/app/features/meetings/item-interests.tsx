import { interestKinds, type WayManaged } from '@pursestrings/contracts/partnership';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { Details } from '@pursestrings/ui/details';
import { SelectField } from '@pursestrings/ui/select-field';
import { Grid } from '@pursestrings/ui/slip';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import type { ItemData } from './item-data.ts';
import { meetingsMessages } from './meetings.messages.ts';

type Words = (typeof meetingsMessages)['en']['item'];
type ItemOnDesk = ItemData['item'];

/** 'Yusuf Malik has an interest. 8 can decide; you need 3.' */
export function standingSentences({ interests, standing }: ItemOnDesk, messages: Words): string[] {
  if (standing.present === 0) return [messages.nobodyHere];
  const names = interests.filter((one) => one.isPresent && one.managed !== 'no_conflict').map((one) => one.name);
  const said =
    names.length === 0
      ? []
      : [messages.someHaveInterest(names.length === 1 ? messages.has(names[0] ?? '') : messages.have(joined(names, messages.and)))];
  const can = messages.canDecide(standing.canDecide, standing.needed);
  const tooFew = standing.tooFewByInterests ? messages.tooFewInterests : messages.tooFewCame;
  return [...said, can, ...(standing.enough ? [] : [tooFew]), ...(standing.residentsHoldSeats ? [] : [messages.seatsNotEnough])];
}

function joined(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}

/** The sentence that the meeting needs to hear, before anything is decided. */
export function Standing({ item }: { readonly item: ItemOnDesk }): ReactElement | null {
  const messages = useMessages(meetingsMessages).item;
  if (item.recorded !== null) return null;
  return <p className="lead">{standingSentences(item, messages).join(' ')}</p>;
}

/** Who has said that they have an interest, what was done about it, and a way to say so. */
export function Interests({ data, form }: { readonly data: ItemData; readonly form: FormState }): ReactElement {
  const messages = useMessages(meetingsMessages).item;
  const words = useMessages(governanceMessages);
  return (
    <section>
      <h2>{messages.interests}</h2>
      {data.item.interests.length === 0 ? <p>{messages.nobodyHas}</p> : null}
      {data.item.interests.length === 0 ? null : (
        <Grid>
          {' '}
          {data.item.interests.map((interest, index) => (
            <div key={interest.personId} className="slip">
              <p>
                <strong>{interest.name}</strong> {words.interestOf[interest.kind]}: {interest.about}{' '}
                {interest.fromRegister ? messages.onRegister : ''} {interest.managed === null ? '' : words.managed[interest.managed]}{' '}
                {interest.isPresent ? '' : messages.notHere}
              </p>
              {data.writes && interest.isPresent ? (
                <PostForm formId={data.forms.manage[index] ?? ''}>
                  <input type="hidden" name="press" value="manage" />
                  <input type="hidden" name="personId" value={interest.personId} />
                  <ButtonRow>
                    {waysFor(data.isChair)
                      .filter((way) => way !== interest.managed)
                      .map((way) => (
                        <Button key={way} kind="plain" name="managed" value={way}>
                          {messages.rule[way]}
                        </Button>
                      ))}
                  </ButtonRow>
                </PostForm>
              ) : null}
            </div>
          ))}
        </Grid>
      )}{' '}
      <Declare data={data} form={form} />
    </section>
  );
}

function waysFor(isChair: boolean): readonly WayManaged[] {
  return isChair ? ['left', 'stayed_silent', 'no_conflict'] : ['left', 'stayed_silent'];
}

function Declare({ data, form }: { readonly data: ItemData; readonly form: FormState }): ReactElement {
  const messages = useMessages(meetingsMessages).item;
  const kinds = useMessages(governanceMessages).interest;
  const declaring = form.value('press') === 'declare';
  // 'choose' is nobody's id: nothing chosen must not come to mean oneself.
  const options = [
    { value: 'choose', label: messages.choose },
    ...data.people.map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  return (
    <Details summary={messages.declare} open={declaring}>
      <PostForm formId={declaring ? (form.value('formId') ?? data.forms.declare) : data.forms.declare}>
        {data.writes ? (
          <SelectField
            name="personId"
            label={messages.who}
            options={options}
            value={form.value('personId')}
            error={form.error('personId')}
          />
        ) : null}
        <Radios
          name="kind"
          label={messages.kind}
          options={interestKinds.map((value) => ({ value, label: kinds[value] }))}
          value={form.value('kind')}
          error={form.error('kind')}
        />
        <TextArea
          name="about"
          label={messages.about}
          hint={messages.aboutHint}
          value={form.value('about')}
          error={form.error('about')}
          rows={2}
          maxLength={500}
        />
        <Radios
          name="managed"
          label={messages.managed}
          options={(['left', 'stayed_silent'] as const).map((value) => ({ value, label: messages.managedOptions[value] }))}
          value={form.value('managed')}
          error={form.error('managed')}
          optional
        />
        <Button kind="plain" name="press" value="declare">
          {messages.saveInterest}
        </Button>
      </PostForm>
    </Details>
  );
}
