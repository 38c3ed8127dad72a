import type { ReactElement, ReactNode } from 'react';
import { fieldId } from './field-frame.tsx';

export interface BallotChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly title: string;
  /** The cost in words. */
  readonly price: ReactNode;
  /** Sixty words at most. */
  readonly about: ReactNode;
  readonly checked?: boolean | undefined;
  /** What opens on a tap: a `Details`, a picture. */
  readonly more?: ReactNode;
  /** `radio` where a single choice is allowed. */
  readonly type?: 'checkbox' | 'radio' | undefined;
}

/** One proposal on a ballot. Goes into `BallotChoices`. */
export function BallotChoice(props: BallotChoiceProps): ReactElement {
  const id = fieldId(`${props.name}-${props.value}`);
  return (
    <li className="slip choice">
      <input
        className="tick"
        type={props.type ?? 'checkbox'}
        id={id}
        name={props.name}
        value={props.value}
        defaultChecked={props.checked ?? false}
        aria-describedby={`${id}-about`}
      />
      <div>
        <label htmlFor={id}>
          <span>{props.title}</span> <span className="num">{props.price}</span>
        </label>
        <p id={`${id}-about`}>{props.about}</p>
        {props.more}
      </div>
    </li>
  );
}

/** The list that `BallotChoice` stands in. */
export function BallotChoices({ children }: { readonly children: ReactNode }): ReactElement {
  return <ul className="choices">{children}</ul>;
}

/** The bar that stays in sight at the bottom of a long form: how it stands, and its button. */
export function FootBar({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="foot-bar">{children}</div>;
}
