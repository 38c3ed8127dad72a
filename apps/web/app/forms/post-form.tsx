import type { ReactElement, ReactNode, SubmitEvent } from 'react';
import { useRootData } from '../session/root-data.ts';

export interface PostFormProps {
  /** From the loader (`newFormId`), or what was typed when the form comes back: the same until it is taken. */
  readonly formId: string;
  /** Where it is sent; the page's own address unless given. */
  readonly action?: string | undefined;
  /** Set for forms with files. */
  readonly withFiles?: boolean | undefined;
  /** For pages with scripts only: looks at the form before it goes. The page must work without. */
  readonly onSubmit?: ((event: SubmitEvent<HTMLFormElement>) => void) | undefined;
  readonly children: ReactNode;
}

/**
 * A form that changes something: a plain post, without the browser's own checks, since the server says what is wrong in
 * our words. Carries the id that makes a repeated form harmless, and the token for browsers that send no origin.
 */
export function PostForm({ formId, action, withFiles, onSubmit, children }: PostFormProps): ReactElement {
  const csrfToken = useRootData()?.session.csrfToken ?? '';
  return (
    <form method="post" action={action} noValidate encType={withFiles ? 'multipart/form-data' : undefined} onSubmit={onSubmit}>
      <input type="hidden" name="formId" value={formId} />
      {csrfToken === '' ? null : <input type="hidden" name="csrfToken" value={csrfToken} />}
      {children}
    </form>
  );
}
