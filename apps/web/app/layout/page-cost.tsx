import type { ReactElement } from 'react';
import { useMessages } from '../messages/catalogue.ts';
import { shellMessages } from '../messages/shell.messages.ts';

/** Stands in the page until its size is known; `server/weigh.ts` puts the figure in its place. */
export const costMark = '\u2063cost\u2063';

/** 'This page cost your phone about N KB.' */
export function PageCost(): ReactElement {
  return <span suppressHydrationWarning>{useMessages(shellMessages).pageCost(costMark)}</span>;
}
