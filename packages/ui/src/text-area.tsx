import type { ReactElement } from 'react';
import { describedBy, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly autoComplete?: string | undefined;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps): ReactElement {
  return (
    <FieldFrame field={props}>
      <textarea
        className="box"
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 4}
        defaultValue={props.value}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      />
    </FieldFrame>
  );
}
