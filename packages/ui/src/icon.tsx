import type { ReactElement } from 'react';

/** The pictures that stand beside words. None of them carries a meaning that the words leave out. */
export type IconName = 'tick' | 'clock' | 'dash' | 'alert' | 'info' | 'left' | 'right' | 'dot';

const paths: Record<IconName, string> = {
  tick: 'M2.5 8.5l3.7 4L13.5 4',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.4 1.8',
  dash: 'M3 8h10',
  alert: 'M8 2.5v6.5M8 13v.1',
  info: 'M8 7v6M8 3v.1',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5-5 5',
  dot: 'M8 8v.1',
};

/** A small drawing in the colour of its text, hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
