import { createContext, useContext } from 'react';

/**
 * What only the server knows while it draws a page: the nonce of the page's policy, the stylesheet, the font's address.
 * In the browser it is empty; React leaves the served `<style>` as it is.
 */
export interface PageContext {
  readonly nonce: string;
  readonly styles: string;
}

const ServedPageContext = createContext<PageContext>({ nonce: '', styles: '' });

/** Given by `entry.server.tsx`. */
export const PageContextProvider = ServedPageContext.Provider;

/** The served page's own values. */
export function usePageContext(): PageContext {
  return useContext(ServedPageContext);
}
