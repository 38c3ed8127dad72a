import type { ReactElement } from 'react';

/** What somebody wrote, with its own paragraphs and line breaks. Never read as anything but plain words. */
export function Paragraphs({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {paragraphsOf(text).map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes while the page is there
        <p key={index}>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Line key={at} first={at === 0} line={line} />
          ))}
        </p>
      ))}
    </>
  );
}

function Line({ first, line }: { readonly first: boolean; readonly line: string }): ReactElement {
  return (
    <>
      {first ? null : <br />}
      {line}
    </>
  );
}

/** A text's paragraphs, each as its lines; empty ones left out. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) =>
      paragraph
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);
}
