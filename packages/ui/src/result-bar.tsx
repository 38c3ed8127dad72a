import type { ReactElement, ReactNode } from 'react';

export interface ResultBarProps {
  /** How much of what was needed there was, in whole hundredths; drawn between 0 and 100. */
  readonly percent: number;
  /** Whether that was enough. */
  readonly reached: boolean;
  /** The same in words: 'its supporters had 61% of the price left'. */
  readonly children: ReactNode;
}

/** How close a thing came: words, then a bar, solid where it was enough and striped where it was not. */
export function ResultBar({ percent, reached, children }: ResultBarProps): ReactElement {
  const width = Math.max(0, Math.min(100, percent));
  return (
    <>
      <span className="small">{children}</span>
      <svg className="bar" aria-hidden="true">
        <rect className={reached ? 'reached' : 'short'} width={`${width}%`} height="100%" />
      </svg>
    </>
  );
}
