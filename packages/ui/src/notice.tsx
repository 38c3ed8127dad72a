import { type ReactElement, type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { type UiWords, useUiWords } from './words.tsx';

/** `info` good to know; `done` something worked; `warn` read this before you go on. */
export type NoticeKind = 'info' | 'done' | 'warn';

const looks: Record<
  NoticeKind,
  { readonly className: string; readonly icon: IconName; readonly title: keyof Pick<UiWords, 'information' | 'done' | 'important'> }
> = {
  info: { className: 'notice', icon: 'info', title: 'information' },
  done: { className: 'notice done', icon: 'tick', title: 'done' },
  warn: { className: 'notice warn', icon: 'alert', title: 'important' },
};

export interface NoticeProps {
  readonly kind?: NoticeKind | undefined;
  /** 'Good to know', 'Done' or 'Important' unless given. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** A banner at the top of a page's content. One that says something worked is read out at once. */
export function Notice({ kind = 'info', title, children }: NoticeProps): ReactElement {
  const words = useUiWords();
  const headingId = useId();
  const look = looks[kind];
  return (
    <section className={look.className} role={kind === 'done' ? 'alert' : undefined} aria-labelledby={headingId}>
      <h2 id={headingId}>
        <Icon name={look.icon} />
        {title ?? words[look.title]}
      </h2>
      {children}
    </section>
  );
}
