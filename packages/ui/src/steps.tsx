import type { ReactElement } from 'react';

export interface StepsProps {
  /** What the row is about, read out before it, as in 'Where this proposal is'. */
  readonly label: string;
  readonly steps: readonly string[];
  /** The index of the step that it is at. */
  readonly current: number;
}

/** Where a thing is on its way: 'Sent · Talking · Checking · Ready · Decided · Happening'. */
export function Steps({ label, steps, current }: StepsProps): ReactElement {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} className={index < current ? 'past' : undefined} aria-current={index === current ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}
