import type { ReactElement, ReactNode } from 'react';

export interface DetailsProps {
  /** What opening it gives, as in 'More about this'. */
  readonly summary: ReactNode;
  /** Read out after the summary where several on a page say the same, as in 'Tool library'. */
  readonly about?: string | undefined;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}

/** Words that are there when wanted, one tap away, without JavaScript. */
export function Details({ summary, about, open, children }: DetailsProps): ReactElement {
  return (
    <details open={open}>
      <summary>
        {summary}
        {about === undefined ? null : <span className="away">: {about}</span>}
      </summary>
      {children}
    </details>
  );
}
