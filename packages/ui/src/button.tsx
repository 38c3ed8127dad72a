import type { ReactElement, ReactNode } from 'react';

/** `main` once a page at most; `plain` for the rest; `stop` for what cannot be taken back. */
export type ButtonKind = 'main' | 'plain' | 'stop';

const classNames: Record<ButtonKind, string> = { main: 'button', plain: 'button plain', stop: 'button stop' };

export interface ButtonProps {
  readonly kind?: ButtonKind | undefined;
  /** Sent with the form when this button is the one pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form without the browser's own checks; for 'Save and come back later'. */
  readonly formNoValidate?: boolean | undefined;
  readonly formAction?: string | undefined;
  readonly children: ReactNode;
}

/** A button that sends its form. */
export function Button({ kind = 'main', ...rest }: ButtonProps): ReactElement {
  return <button type="submit" className={classNames[kind]} {...rest} />;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton(props: {
  readonly href: string;
  readonly kind?: ButtonKind | undefined;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <a className={classNames[props.kind ?? 'main']} href={props.href}>
      {props.children}
    </a>
  );
}

/** A row of buttons and links under a form; below each other on a phone. */
export function ButtonRow({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="buttons">{children}</div>;
}
