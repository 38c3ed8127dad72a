import type { ReactElement, ReactNode } from 'react';
import { useUiWords } from './words.tsx';

export interface SummaryRow {
  readonly question: string;
  readonly answer: ReactNode;
  /** Where the answer can be changed. */
  readonly changeHref?: string | undefined;
}

/** Questions with their answers, each with a way to change it: 'Check your answers', or the facts of a thing. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): ReactElement {
  const words = useUiWords();
  return (
    <dl className="summary">
      {rows.map((row) => (
        <div key={row.question}>
          <dt>{row.question}</dt>
          <dd>{row.answer}</dd>
          {row.changeHref === undefined ? null : (
            <dd className="change">
              <a href={row.changeHref}>
                {words.change}
                <span className="away">: {row.question}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
