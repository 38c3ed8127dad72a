import { type ReactElement, useId } from 'react';
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
  /** What the picture shows, in a sentence, for those who do not see it. */
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

/** Lying bars with their words above them, and the same as a table one tap away. Grows with the reader's text size. */
export function SimpleBarChart({ title, description, bars, headings }: SimpleBarChartProps): ReactElement {
  const words = useUiWords();
  const id = useId();
  const widths = barWidths(bars.map((bar) => bar.value));
  const rowEm = 3.5;
  return (
    <figure className="chart">
      <svg role="img" aria-labelledby={`${id}t ${id}d`} height={`${bars.length * rowEm}em`}>
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{description}</desc>
        {bars.map((bar, index) => (
          <g key={bar.label}>
            <text x="0" y={`${index * rowEm + 1.1}em`}>
              {bar.label}
            </text>
            <text className="value" x="100%" y={`${index * rowEm + 1.1}em`} textAnchor="end">
              {bar.words}
            </text>
            <rect className="track" x="0" y={`${index * rowEm + 1.6}em`} width="100%" height="1em" />
            <rect className="reached" x="0" y={`${index * rowEm + 1.6}em`} width={`${widths[index]}%`} height="1em" />
          </g>
        ))}
      </svg>
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
