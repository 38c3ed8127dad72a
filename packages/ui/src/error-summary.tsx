import { type ReactElement, useId } from 'react';
import { fieldId } from './field-frame.tsx';
import { useUiWords } from './words.tsx';

/** One mistake: the field's name (none where it belongs to no field) and the words that stand beside the field too. */
export interface FieldError {
  readonly name?: string | undefined;
  readonly words: string;
}

/**
 * The list of mistakes at the top of a page, each linked to its field. Takes the focus when the page opens, without
 * JavaScript. Draws nothing for no mistakes.
 */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }): ReactElement | null {
  const words = useUiWords();
  const headingId = useId();
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a post the reader must meet the mistakes first; nothing else on the page may take the focus
    <section className="errors" role="alert" aria-labelledby={headingId} tabIndex={-1} autoFocus>
      <h2 id={headingId}>{words.thereIsAProblem}</h2>
      <ul className="error-list">
        {errors.map((error) => (
          <li key={`${error.name ?? ''}:${error.words}`}>
            {error.name === undefined ? error.words : <a href={`#${fieldId(error.name)}`}>{error.words}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
