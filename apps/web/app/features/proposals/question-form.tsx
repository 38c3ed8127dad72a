import { penceFromPounds } from '@pursestrings/basics/money';
import type { ProposalQuestion } from '@pursestrings/contracts/proposals';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { type ReactElement, type ReactNode, type SubmitEvent, useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { AnswerBox } from './answer-box.tsx';
import { type ProposeMessages, proposeMessages } from './propose.messages.ts';
import { useDeviceDraft } from './use-device-draft.ts';

export interface QuestionFormProps {
  readonly question: ProposalQuestion;
  /** The proposal, or 'new' before there is one: what a device keeps is kept under it. */
  readonly proposal: string;
  /** The name of the box: what the endpoint calls it. */
  readonly name: string;
  readonly formId: string;
  /** The answer as the server has it. */
  readonly saved: string;
  readonly longest: number;
  readonly reply: FormState;
  readonly goOn: string;
  /** Stands above the question: its number, what the partnership asks. */
  readonly before?: ReactNode;
  /** Further things to send along. */
  readonly hidden?: ReactNode;
  /** 'Save and stop for now', where there is something to come back to. */
  readonly canStop: boolean;
}

/**
 * One question in a plain form that works by itself. Where scripts run it also counts letters, offers hints, keeps what is
 * typed on the device, and says what is wrong before it is sent. Then the browser sends the form as it would have anyway.
 */
export function QuestionForm(props: QuestionFormProps): ReactElement {
  const { question, name, reply, longest } = props;
  const messages = useMessages(proposeMessages);
  const given = reply.value(name, props.saved) ?? props.saved;
  const fromServer = reply.error(name);
  // The same object between renders: the form would otherwise draw itself for ever.
  const errors = useMemo(() => (fromServer === undefined ? {} : { [name]: { type: 'server', message: fromServer } }), [name, fromServer]);
  const form = useForm<Record<string, string>>({ defaultValues: { [name]: given }, errors, mode: 'onSubmit', reValidateMode: 'onChange' });
  const answer = form.watch(name) ?? '';
  const device = useDeviceDraft({
    name: `${props.proposal}:${question}`,
    saved: props.saved,
    given,
    answer,
    restore: (text) => form.setValue(name, text),
  });
  const error = form.formState.errors[name]?.message ?? (form.formState.isSubmitted ? undefined : fromServer);
  const ofPage = reply.errors.filter((mistake) => mistake.name !== name);
  const check = (text: string): string | true => mistakeIn(text, props, messages) ?? true;
  return (
    <>
      <ErrorSummary errors={error === undefined ? ofPage : [{ name, words: error }, ...ofPage]} />
      {props.before}
      <PostForm formId={props.formId} onSubmit={(event) => sendAfter(event, (go) => void form.handleSubmit(go)(event))}>
        {props.hidden}
        <AnswerBox
          question={question}
          field={{ name, label: messages.questions[question].ask, hint: messages.questions[question].hint, error, asHeading: true }}
          given={given}
          answer={answer}
          longest={longest}
          register={form.register(name, { validate: check })}
          restored={device.wasRestored}
          onTakeOut={device.takeOut}
        />
        <ButtonRow>
          <Button name="then" value="on">
            {props.goOn}
          </Button>
          {props.canStop ? (
            <Button kind="plain" name="then" value="stop">
              {messages.later}
            </Button>
          ) : null}
        </ButtonRow>
      </PostForm>
    </>
  );
}

/** What is wrong with an answer, in words, or null. Whether there is one at all is for the server: stopping needs none. */
function mistakeIn(text: string, { question, longest }: QuestionFormProps, messages: ProposeMessages): string | null {
  const typed = text.trim();
  if (typed.length > longest) return messages.tooLong(longest);
  if (question !== 'cost' || typed === '') return null;
  const sum = penceFromPounds(typed);
  return sum === null || sum === 0 ? messages.notASum : null;
}

/** Lets `check` look at the form; once it calls back, the browser sends it with the button that was pressed. */
function sendAfter(event: SubmitEvent<HTMLFormElement>, check: (go: () => void) => void): void {
  const form = event.currentTarget;
  const { submitter } = event.nativeEvent;
  check(() => {
    if (submitter instanceof HTMLButtonElement && submitter.name !== '') {
      const pressed = document.createElement('input');
      Object.assign(pressed, { type: 'hidden', name: submitter.name, value: submitter.value });
      form.append(pressed);
    }
    form.submit();
  });
}
