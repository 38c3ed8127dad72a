import type { ReactElement } from 'react';
import { describedBy, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx';

export interface MoneyFieldProps extends FieldProps {
  /** Pounds as typed, as in '1,240.50'. */
  readonly value?: string | undefined;
}

/** A sum in pounds, with the sign before the box. What comes is text: read it with `penceFromPounds`. */
export function MoneyField(props: MoneyFieldProps): ReactElement {
  return (
    <FieldFrame field={props}>
      <div className="pounds">
        <span aria-hidden="true">£</span>
        <input
          className="box"
          id={fieldId(props.name)}
          name={props.name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          defaultValue={props.value}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error === undefined ? undefined : true}
        />
      </div>
    </FieldFrame>
  );
}
