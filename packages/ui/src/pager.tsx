import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { useUiWords } from './words.tsx';

export interface PagerProps {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** Where the reader is, as in '51 to 100 of 312'. */
  readonly summary?: string | undefined;
}

/** The way to the page before and after. Draws nothing where there is one page only. */
export function Pager({ previousHref, nextHref, summary }: PagerProps): ReactElement | null {
  const words = useUiWords();
  if (previousHref === undefined && nextHref === undefined) return null;
  return (
    <nav className="pager" aria-label={words.pages}>
      {previousHref === undefined ? (
        <span />
      ) : (
        <a href={previousHref} rel="prev">
          <Icon name="left" />
          {words.pageBefore}
        </a>
      )}
      {summary === undefined ? null : <p className="small hush">{summary}</p>}
      {nextHref === undefined ? (
        <span />
      ) : (
        <a href={nextHref} rel="next">
          {words.pageAfter}
          <Icon name="right" />
        </a>
      )}
    </nav>
  );
}
