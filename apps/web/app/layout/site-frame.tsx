import { Page } from '@pursestrings/ui/page';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../messages/catalogue.ts';
import { shellMessages } from '../messages/shell.messages.ts';
import { useAccountLink, useFootLinks } from './frame-links.ts';
import { PageCost } from './page-cost.tsx';

/** The frame of pages that belong to no neighbourhood. */
export function SiteFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const messages = useMessages(shellMessages);
  return (
    <Page home={{ href: '/', words: messages.pursestrings }} account={useAccountLink()} footLinks={useFootLinks()} closing={<PageCost />}>
      {children}
    </Page>
  );
}
