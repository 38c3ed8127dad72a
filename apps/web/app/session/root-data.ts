import { useRouteLoaderData } from 'react-router';
import type { Session } from './session.ts';

/** What every page knows: who is asking, where the site stands, and whether to send nothing that can be left out. */
export interface RootData {
  readonly session: Session;
  /** As in 'https://purse.example.org'. */
  readonly origin: string;
  readonly path: string;
  readonly savesData: boolean;
}

/** The data of the root; undefined on a page for a fault that came before it. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData('root') as RootData | undefined;
}
