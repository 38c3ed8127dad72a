import { type ReactElement, type ReactNode, useId } from 'react';

export interface SlipProps {
  readonly title: ReactNode;
  /** Marks what needs doing now with a marigold edge. */
  readonly now?: boolean | undefined;
  /** Takes a whole row of a `Grid`. */
  readonly wide?: boolean | undefined;
  /** The address of this slip within its page. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A card like a slip of paper: a section named by its heading. */
export function Slip({ title, now, wide, id, children }: SlipProps): ReactElement {
  const headingId = useId();
  const className = ['slip', now ? 'now' : '', wide ? 'wide' : ''].filter(Boolean).join(' ');
  return (
    <section className={className} id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  );
}

export interface GridProps {
  /** Two wide columns at most, where three would leave one slip over. */
  readonly two?: boolean | undefined;
  readonly children: ReactNode;
}

/** Slips side by side where there is room, below each other on a phone. */
export function Grid({ two, children }: GridProps): ReactElement {
  return <div className={two ? 'grid two' : 'grid'}>{children}</div>;
}
