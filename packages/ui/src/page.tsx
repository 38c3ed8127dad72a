import type { ReactElement, ReactNode } from 'react';
import { PatternDefinitions } from './pattern-definitions.tsx';
import { PurseMark } from './purse-mark.tsx';
import { useUiWords } from './words.tsx';

/** A link of the header or footer. */
export interface PageLink {
  readonly href: string;
  readonly words: string;
  /** Set where the words are in another language than the page, as in 'Polski'. */
  readonly lang?: string | undefined;
  /** The section that the reader is in. */
  readonly current?: boolean | undefined;
}

export interface PageProps {
  /** What stands beside the mark: the place's name, or Pursestrings. */
  readonly home: PageLink;
  /** The place's sections; none on pages that belong to no place. */
  readonly navigation?: readonly PageLink[] | undefined;
  /** 'Sign in' or 'My things'. */
  readonly account?: PageLink | undefined;
  /** Whom to ring and where to go for a hand. */
  readonly help?: ReactNode;
  readonly footLinks: readonly PageLink[];
  /** The last line: what the page cost. */
  readonly closing?: ReactNode;
  /** The page's address, shown on paper only. */
  readonly printedAddress?: string | undefined;
  readonly children: ReactNode;
}

/** The frame of every page: skip link, header, `<main id="main">`, footer. Goes straight into `<body>`. */
export function Page(props: PageProps): ReactElement {
  const words = useUiWords();
  return (
    <>
      <a className="skip" href="#main">
        {words.skipToPage}
      </a>
      <PatternDefinitions />
      <PageHeader {...props} />
      <main id="main" className="wrap page" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="bottom">
        <div className="wrap">
          {props.help}
          <ul className="foot-links">
            {props.footLinks.map((link) => (
              <li key={link.href}>
                <Anchor link={link} />
              </li>
            ))}
          </ul>
          {props.closing === undefined ? null : <p className="small hush last">{props.closing}</p>}
          {props.printedAddress === undefined ? null : <p className="paper">{props.printedAddress}</p>}
        </div>
      </footer>
    </>
  );
}

function PageHeader({ home, navigation, account }: PageProps): ReactElement {
  return (
    <header className="top">
      <div className="wrap">
        <a className="mark" href={home.href}>
          <PurseMark />
          {home.words}
        </a>
        {navigation === undefined || navigation.length === 0 ? null : (
          <nav aria-label={home.words}>
            <ul className="nav">
              {navigation.map((link) => (
                <li key={link.href}>
                  <Anchor link={link} />
                </li>
              ))}
            </ul>
          </nav>
        )}
        {account === undefined ? null : (
          <a className="account" href={account.href} aria-current={account.current ? 'page' : undefined}>
            {account.words}
          </a>
        )}
      </div>
    </header>
  );
}

function Anchor({ link }: { readonly link: PageLink }): ReactElement {
  return (
    <a href={link.href} lang={link.lang} hrefLang={link.lang} aria-current={link.current ? 'page' : undefined}>
      {link.words}
    </a>
  );
}
