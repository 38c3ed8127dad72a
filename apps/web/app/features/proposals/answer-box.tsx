import type { ProposalQuestion } from '@pursestrings/contracts/proposals';
import type { Hint } from '@pursestrings/plain-language/hints';
import { describedBy, FieldFrame, type FieldProps, fieldId } from '@pursestrings/ui/field-frame';
import { type ReactElement, useEffect, useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { shortened } from '../../layout/shortened.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { proposeMessages } from './propose.messages.ts';

export interface AnswerBoxProps {
  readonly question: ProposalQuestion;
  readonly field: FieldProps;
  /** What the box held when the page came. */
  readonly given: string;
  /** What it holds now. */
  readonly answer: string;
  readonly longest: number;
  readonly register: UseFormRegisterReturn;
  /** Whether the device put something back. */
  readonly restored: boolean;
  readonly onTakeOut: () => void;
}

/** The box of one question, with the count of letters and the hints below it. */
export function AnswerBox(props: AnswerBoxProps): ReactElement {
  const { question, field, restored, onTakeOut } = props;
  const messages = useMessages(proposeMessages);
  return (
    <>
      <FieldFrame field={field}>
        <Box {...props} />
        {question === 'cost' ? null : <Count answer={props.answer} longest={props.longest} id={`${fieldId(field.name)}-count`} />}
      </FieldFrame>
      {restored ? (
        <p className="small" role="status">
          {messages.keptHere}{' '}
          <button type="button" className="link" onClick={onTakeOut}>
            {messages.useSaved}
          </button>
        </p>
      ) : null}
      {question === 'cost' ? null : <Hints answer={props.answer} />}
    </>
  );
}

function Box({ question, field, given, register }: AnswerBoxProps): ReactElement {
  const id = fieldId(field.name);
  const described = [describedBy(field), question === 'cost' ? undefined : `${id}-count`].filter(Boolean).join(' ');
  const common = {
    ...register,
    className: 'box',
    id,
    defaultValue: given,
    'aria-describedby': described,
    'aria-invalid': field.error === undefined ? undefined : true,
  };
  if (question === 'cost') {
    return (
      <div className="pounds">
        <span aria-hidden="true">£</span>
        <input {...common} type="text" inputMode="decimal" autoComplete="off" spellCheck={false} />
      </div>
    );
  }
  return question === 'title' ? (
    <input {...common} type="text" autoComplete="off" />
  ) : (
    <textarea {...common} rows={question === 'where' ? 3 : 7} />
  );
}

/** How many letters are left. Before scripts run it says how many there may be. */
function Count({ answer, longest, id }: { readonly answer: string; readonly longest: number; readonly id: string }): ReactElement {
  const messages = useMessages(proposeMessages);
  const [counts, setCounts] = useState(false);
  useEffect(() => setCounts(true), []);
  const left = longest - answer.trim().length;
  return (
    <p className={left < 0 ? 'error' : 'hint'} id={id}>
      {counts ? (left < 0 ? messages.over(-left) : messages.left(left)) : messages.atMost(longest)}
    </p>
  );
}

/** How long somebody stops typing before hints are offered. */
const pauseMs = 900;

/** Hints that can be ignored: nothing is held back or marked. */
function Hints({ answer }: { readonly answer: string }): ReactElement {
  const messages = useMessages(proposeMessages);
  const [found, setFound] = useState<{ readonly text: string; readonly hints: readonly Hint[] }>({ text: '', hints: [] });
  useEffect(() => {
    let isOld = false;
    const offer = async () => {
      // The list of words comes once somebody has typed: whoever only reads the question does not pay for it.
      const { hints } = await import('@pursestrings/plain-language/hints');
      if (!isOld) setFound({ text: answer, hints: hints(answer) });
    };
    const timer = answer === '' ? undefined : setTimeout(() => void offer().catch(() => undefined), pauseMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [answer]);
  return (
    <div role="status">
      {answer === '' || found.hints.length === 0 ? null : (
        <>
          <p className="hint">{messages.hints}</p>
          <ul>
            {found.hints.map((hint) => (
              <li key={`${hint.start}:${hint.words}`}>
                {hint.kind === 'plainer-word' ? null : <q>{shortened(found.text.slice(hint.start, hint.end), 60)}</q>} {hint.words}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
