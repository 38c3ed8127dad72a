import type { ReactElement } from 'react';

/** Words of several lines as paragraphs, kept as they were typed. */
export function Paragraphs({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text
        .split(/\n\s*\n|\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </>
  );
}
