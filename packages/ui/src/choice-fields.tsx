import type { ReactElement, ReactNode } from 'react';
import { type FieldProps, fieldId, GroupFrame } from './field-frame.tsx';

/** One answer of several. */
export interface Option {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A further field that belongs to this answer. It is always shown, since it must work without JavaScript. */
  readonly inside?: ReactNode;
}

export interface RadiosProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
}

/** One answer out of several. Nothing is chosen beforehand unless `value` says so. */
export function Radios(props: RadiosProps): ReactElement {
  return (
    <GroupFrame field={props}>
      <OptionList type="radio" field={props} options={props.options} chosen={props.value === undefined ? [] : [props.value]} />
    </GroupFrame>
  );
}

export interface CheckboxesProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values?: readonly string[] | undefined;
}

/** Any number of answers, all sent under one name. */
export function Checkboxes(props: CheckboxesProps): ReactElement {
  return (
    <GroupFrame field={props}>
      <OptionList type="checkbox" field={props} options={props.options} chosen={props.values ?? []} />
    </GroupFrame>
  );
}

interface OptionListProps {
  readonly type: 'radio' | 'checkbox';
  readonly field: FieldProps;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
}

function OptionList({ type, field, options, chosen }: OptionListProps): ReactElement {
  return (
    <div className="options">
      {options.map((option, index) => {
        const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`;
        const hintId = option.hint === undefined ? undefined : `${id}-about`;
        return (
          <div className="option" key={option.value}>
            <input
              className="tick"
              type={type}
              id={id}
              name={field.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-describedby={hintId}
            />
            <label htmlFor={id}>{option.label}</label>
            {option.hint === undefined ? null : (
              <span className="hint" id={hintId}>
                {option.hint}
              </span>
            )}
            {option.inside === undefined ? null : <div className="inside">{option.inside}</div>}
          </div>
        );
      })}
    </div>
  );
}

export interface TickProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
}

/** A single box to tick, as in 'I live in Kettlewick'. Sends `value`, or 'yes'. */
export function Tick(props: TickProps): ReactElement {
  const id = fieldId(props.name);
  const described = [props.hint === undefined ? '' : `${id}-hint`, props.error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={props.error === undefined ? 'field' : 'field wrong'}>
      {props.error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <div className="option">
        <input
          className="tick"
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          defaultChecked={props.checked ?? false}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={props.error === undefined ? undefined : true}
        />
        <label htmlFor={id}>{props.label}</label>
        {props.hint === undefined ? null : (
          <span className="hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        )}
      </div>
    </div>
  );
}
