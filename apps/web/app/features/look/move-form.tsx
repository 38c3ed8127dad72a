import type { ProposalMove } from '@pursestrings/contracts/look';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { DateField } from '@pursestrings/ui/date-field';
import { MoneyField } from '@pursestrings/ui/money-field';
import { TextArea } from '@pursestrings/ui/text-area';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { lookMessages } from './look.messages.ts';
import { boxesFor } from './moves.ts';

interface MoveFormProps {
  readonly formId: string;
  readonly moves: readonly ProposalMove[];
  readonly form: FormState;
}

/** What should happen with a proposal, with the boxes that one of the answers may need. */
export function MoveForm({ formId, moves, form }: MoveFormProps): ReactElement {
  const messages = useMessages(lookMessages).one;
  const boxes = boxesFor(moves);
  return (
    <div className="narrow">
      <PostForm formId={formId}>
        <Radios
          name="move"
          label={messages.question}
          options={moves.map((move) => ({ value: move, ...messages.moves[move] }))}
          value={form.value('move')}
          error={form.error('move')}
        />
        {boxes.cost ? (
          <MoneyField
            name="cost"
            label={messages.costFound}
            hint={messages.costHint}
            value={form.value('cost')}
            error={form.error('cost')}
            optional
          />
        ) : null}
        {boxes.reason ? (
          <TextArea
            name="reason"
            label={messages.reason}
            hint={messages.reasonHint}
            value={form.value('reason')}
            error={form.error('reason')}
            optional
          />
        ) : null}
        <TextField
          name="nextStep"
          label={messages.nextStep}
          hint={messages.nextHint}
          value={form.value('nextStep')}
          error={form.error('nextStep')}
          optional
        />
        <DateField name="nextBy" label={messages.nextBy} value={form.day('nextBy')} error={form.error('nextBy')} optional />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
