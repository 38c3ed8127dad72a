import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** How a thing stands: agreed or open · waiting · not this time · late, stopped · to know · neither. */
export type TagKind = 'yes' | 'wait' | 'no' | 'late' | 'info' | 'plain';

const looks: Record<TagKind, { readonly className: string; readonly icon: IconName }> = {
  yes: { className: 'tag yes', icon: 'tick' },
  wait: { className: 'tag wait', icon: 'clock' },
  no: { className: 'tag no', icon: 'dash' },
  late: { className: 'tag no', icon: 'alert' },
  info: { className: 'tag info', icon: 'info' },
  plain: { className: 'tag', icon: 'dot' },
};

/** A state as icon, word and colour together, so that none of them is needed alone. */
export function Tag({ kind, children }: { readonly kind: TagKind; readonly children: ReactNode }): ReactElement {
  const look = looks[kind];
  return (
    <span className={look.className}>
      <Icon name={look.icon} />
      {children}
    </span>
  );
}
