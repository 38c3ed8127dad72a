import type { ReactElement, ReactNode } from 'react';

export interface ConfirmPanelProps {
  /** What has happened, as in 'Your vote is in'. The page's `<h1>`. */
  readonly title: string;
  /** What stands before the code, as in 'Your tracking code'. */
  readonly codeLabel?: string | undefined;
  /** To be kept; can be selected and copied. */
  readonly code?: string | undefined;
  readonly children?: ReactNode;
}

/** The top of the page after something was sent. What happens next follows below it. */
export function ConfirmPanel({ title, codeLabel, code, children }: ConfirmPanelProps): ReactElement {
  return (
    <div className="confirm">
      <h1>{title}</h1>
      {code === undefined ? null : (
        <p>
          {codeLabel}
          <strong className="code">{code}</strong>
        </p>
      )}
      {children}
    </div>
  );
}
