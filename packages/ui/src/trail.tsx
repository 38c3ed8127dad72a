import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { useUiWords } from './words.tsx';

/** The way back to the page before, above the heading. */
export function BackLink({ href, words }: { readonly href: string; readonly words?: string | undefined }): ReactElement {
  const ui = useUiWords();
  return (
    <a className="back" href={href}>
      <Icon name="left" />
      {words ?? ui.back}
    </a>
  );
}

/** The pages above this one, from the place's home down. The page itself is not among them. */
export function Breadcrumbs({ links }: { readonly links: readonly { readonly href: string; readonly words: string }[] }): ReactElement {
  const ui = useUiWords();
  return (
    <nav aria-label={ui.youAreHere}>
      <ol className="trail">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
