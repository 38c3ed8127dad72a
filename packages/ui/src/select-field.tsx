import type { ReactElement } from 'react';
import { describedBy, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx';

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
}

/** One answer out of a list too long for radios. */
export function SelectField(props: SelectFieldProps): ReactElement {
  return (
    <FieldFrame field={props}>
      <select
        className="box"
        id={fieldId(props.name)}
        name={props.name}
        defaultValue={props.value}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
