import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useUiWords } from './words.tsx';

/** What every field takes. */
export interface FieldProps {
  /** The name it is sent under; `fieldId(name)` is its id, which the error summary links to. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong, in words that say what to do. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  /** On a page that asks one question, its label is the page's `<h1>`. */
  readonly asHeading?: boolean | undefined;
}

/** The id of a field's first box. Dots of nested names become dashes. */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-');
}

/** For `aria-describedby`: the ids of the hint and the error that a field shows, or undefined for neither. */
export function describedBy(field: FieldProps): string | undefined {
  const id = fieldId(field.name);
  const ids = [hasHint(field) ? `${id}-hint` : '', field.error === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** The frame of a field with one box: label, hint, error, then the box. */
export function FieldFrame({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }): ReactElement {
  const label = (
    <label className={field.asHeading ? undefined : 'question'} htmlFor={fieldId(field.name)}>
      <LabelWords field={field} />
    </label>
  );
  return (
    <div className={field.error === undefined ? 'field' : 'field wrong'}>
      {field.asHeading ? <h1 className="question">{label}</h1> : label}
      <HintAndError field={field} />
      {children}
    </div>
  );
}

/** The frame of a field with several boxes: a `<fieldset>` whose legend is the question. */
export function GroupFrame({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className={field.error === undefined ? 'field' : 'field wrong'} aria-describedby={describedBy(field)}>
      <legend className="question">
        {field.asHeading ? (
          <h1>
            <LabelWords field={field} />
          </h1>
        ) : (
          <LabelWords field={field} />
        )}
      </legend>
      <HintAndError field={field} />
      {children}
    </fieldset>
  );
}

function LabelWords({ field }: { readonly field: FieldProps }): ReactElement {
  const words = useUiWords();
  return (
    <>
      {field.label}
      {field.optional ? ` (${words.optional})` : null}
    </>
  );
}

function HintAndError({ field }: { readonly field: FieldProps }): ReactElement {
  const words = useUiWords();
  const id = fieldId(field.name);
  return (
    <>
      {hasHint(field) ? (
        <span className="hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      ) : null}
      {field.error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>
            <span className="away">{words.error} </span>
            {field.error}
          </span>
        </p>
      )}
    </>
  );
}

function hasHint(field: FieldProps): boolean {
  return field.hint !== undefined && field.hint !== null && field.hint !== '';
}
