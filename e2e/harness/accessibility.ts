import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks at pages with axe: WCAG 2.2 AA, and what axe calls best practice. */
export interface Accessibility {
  /** What is wrong with the page as it stands, in words; nothing where it is right. Throws if axe saw hardly anything. */
  faults(page: Page): Promise<readonly string[]>;
}

/** For a browser with JavaScript: axe runs in the page itself. */
export const inThePageItself: Accessibility = { faults: runAxe };

/**
 * For a browser without JavaScript, where axe's timers would never fire: what the page holds is laid out again, by the same style sheets, in a
 * second window of `context`, where our own scripts may not run but axe's may.
 */
export function inAnotherWindow(context: BrowserContext): Accessibility {
  let window: Page | undefined;
  return {
    faults: async (page) => {
      const html = await page.content();
      window ??= await context.newPage();
      const headers = { 'content-security-policy': "script-src 'none'" };
      await window.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }));
      await window.goto(page.url());
      await window.unroute(page.url());
      return await runAxe(window);
    },
  };
}

async function runAxe(page: Page): Promise<readonly string[]> {
  const axe = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze();
  if (axe.passes.length < 6) throw new Error(`axe saw hardly anything of ${page.url()}`);
  return axe.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} · ${node.failureSummary ?? ''}`));
}
