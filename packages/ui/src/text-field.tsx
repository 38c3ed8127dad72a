import type { ReactElement } from 'react';
import { describedBy, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined;
  /** The width that the answer needs, in characters. */
  readonly width?: 2 | 4 | 10 | 20 | undefined;
  readonly autoComplete?: string | undefined;
  /** `numeric` brings up the number pad, for codes. */
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | undefined;
  readonly maxLength?: number | undefined;
  readonly spellCheck?: boolean | undefined;
}

/** One line of text. Never `required` in the browser: the server says what is missing, in our words. */
export function TextField(props: TextFieldProps): ReactElement {
  return (
    <FieldFrame field={props}>
      <input
        className={props.width === undefined ? 'box' : `box w${props.width}`}
        id={fieldId(props.name)}
        name={props.name}
        type={props.type ?? 'text'}
        defaultValue={props.value}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      />
    </FieldFrame>
  );
}
