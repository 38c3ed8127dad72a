import type { ReactElement } from 'react';
import { type FieldProps, fieldId, GroupFrame } from './field-frame.tsx';
import { useUiWords } from './words.tsx';

/** What was typed into the three boxes, kept as typed. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export interface DateFieldProps extends FieldProps {
  /** An ISO day ('2026-12-11'), or what was typed. */
  readonly value?: string | TypedDay | undefined;
}

/**
 * A day in three boxes, sent as `<name>-day`, `<name>-month` and `<name>-year`; the web's `readForm` puts them together
 * as an ISO day under `<name>`.
 */
export function DateField(props: DateFieldProps): ReactElement {
  const words = useUiWords();
  const typed = typedDay(props.value);
  const boxes = [
    { part: 'day', label: words.day, value: typed.day, width: 'w2' },
    { part: 'month', label: words.month, value: typed.month, width: 'w2' },
    { part: 'year', label: words.year, value: typed.year, width: 'w4' },
  ] as const;
  return (
    <GroupFrame field={props}>
      <div className="parts">
        {boxes.map((box, index) => {
          const id = index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${box.part}`;
          return (
            <div key={box.part}>
              <label htmlFor={id}>{box.label}</label>
              <input
                className={`box ${box.width}`}
                id={id}
                name={`${props.name}-${box.part}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={box.value}
                aria-invalid={props.error === undefined ? undefined : true}
              />
            </div>
          );
        })}
      </div>
    </GroupFrame>
  );
}

/** The three boxes' contents for an ISO day; empty for anything else. */
export function typedDay(value: string | TypedDay | undefined): TypedDay {
  if (typeof value === 'object') return value;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '');
  if (!match) return { day: '', month: '', year: '' };
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] ?? '' };
}
