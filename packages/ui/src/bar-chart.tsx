import type { ReactElement } from 'react';
import { DataTable } from './data-table.tsx';
import { Details } from './details.tsx';
import { useUiWords } from './words.tsx';

export interface ChartBar {
  readonly label: string;
  /** Its length; bars are drawn against the longest. Zero or more. */
  readonly value: number;
  /** The value as a reader wants it, as in '£54,212' or '87 people'. */
  readonly words: string;
}

export interface SimpleBarChartProps {
  readonly title: string;
  /** What the picture shows, in a sentence: it stands before the bars, for everybody. */
  readonly description: string;
  readonly bars: readonly ChartBar[];
  /** The headings of the table: what the labels are, what the values are. */
  readonly headings: readonly [string, string];
}

/** How long each bar is, in percent of the longest; all 0 where there is nothing. */
export function barWidths(values: readonly number[]): readonly number[] {
  const most = Math.max(0, ...values);
  return values.map((value) => (most === 0 ? 0 : Math.round((Math.max(0, value) / most) * 1000) / 10));
}

/**
 * Lying bars, and the same as a table one tap away. Only the bars are SVG: words inside a drawing would neither wrap on a
 * narrow phone nor grow with the reader's text size.
 */
export function SimpleBarChart({ title, description, bars, headings }: SimpleBarChartProps): ReactElement {
  const words = useUiWords();
  const widths = barWidths(bars.map((bar) => bar.value));
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{description}</p>
      </figcaption>
      <dl>
        {bars.map((bar, index) => (
          <div key={bar.label}>
            <dt>{bar.label}</dt>
            <dd className="num">{bar.words}</dd>
            <dd className="drawn" aria-hidden="true">
              <svg aria-hidden="true">
                <rect className="reached" width={`${widths[index]}%`} height="100%" />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
      <Details summary={words.sameAsATable} about={title}>
        <DataTable
          caption={title}
          captionHidden
          columns={[
            { heading: headings[0], cell: (bar: ChartBar) => bar.label },
            { heading: headings[1], numeric: true, cell: (bar: ChartBar) => bar.words },
          ]}
          rows={bars}
          rowKey={(bar) => bar.label}
        />
      </Details>
    </figure>
  );
}
