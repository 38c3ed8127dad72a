import type { ReactElement } from 'react';

/** The mark: a drawstring purse, one colour, taken from its text. Decoration beside a name, so hidden from screen readers. */
export function PurseMark(): ReactElement {
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d="M15 14C7 19 4 25 5 30c1 5 6 6 15 6s14-1 15-6c1-5-2-11-10-16z" />
      <path d="M13 4l3.5 7h7L27 4l-4.5 2.5L20 4l-2.5 2.5z" fill="currentColor" strokeWidth="2" />
      <path d="M12.5 14h15c3 0 5 1.5 5.5 4.5" />
      <g fill="currentColor" stroke="none">
        <circle cx="14" cy="27" r="2.7" />
        <circle cx="20" cy="23" r="2.7" />
        <circle cx="26" cy="27" r="2.7" />
      </g>
    </svg>
  );
}
