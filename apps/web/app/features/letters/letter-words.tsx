import type { ReactElement } from 'react';
import { paragraphsOf } from '../../layout/paragraphs.tsx';

/** A letter's text. Links to this site lead there; all others stay words. */
export function LetterWords({ text, origin }: { readonly text: string; readonly origin: string }): ReactElement {
  return (
    <>
      {paragraphsOf(text).map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes
        <p key={index}>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <LetterLine key={at} first={at === 0} parts={partsOf(line, origin)} />
          ))}
        </p>
      ))}
    </>
  );
}

/** A piece of a line: words, or a link of this site. */
export interface LinePart {
  readonly words: string;
  /** The path of a page here; null for plain words. */
  readonly href: string | null;
}

/** Splits a line into words and links to `origin`. */
export function partsOf(line: string, origin: string): readonly LinePart[] {
  return line
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((words) => words !== '')
    .map((words) => ({ words, href: URL.canParse(words) && new URL(words).origin === origin ? words.slice(origin.length) || '/' : null }));
}

function LetterLine({ first, parts }: { readonly first: boolean; readonly parts: readonly LinePart[] }): ReactElement {
  return (
    <>
      {first ? null : <br />}
      {parts.map(({ words, href }) =>
        href === null ? (
          words
        ) : (
          <a key={words} href={href}>
            {words}
          </a>
        ),
      )}
    </>
  );
}
