import type { Page } from '@playwright/test';

/** A page of the site, once for all addresses that differ only in which thing they show. */
export interface FoundPage {
  /** The address with its changing parts named, as in '/kettlewick/decisions/:one'. */
  readonly pattern: string;
  readonly path: string;
  /** Who looked: nobody in particular, or somebody of the demonstration. */
  readonly as: string;
}

/** Somebody whose eyes the tour borrows, in their own browser window. */
export interface Looker {
  readonly name: string;
  readonly page: Page;
  /** Where they begin to follow links. */
  readonly starts: readonly string[];
}

/** Which of several addresses of one pattern the tour shows: those with the most to see. */
const preferred = [/saturday-bus/, /community-kitchen/, /spring-vote/, /autumn-vote/];

/** Links that do something other than show a page. */
const notPages = /\.(csv|json|pb|jsonl)$|\/sign-out$|^\/(assets|api)\//;

/** Parts of an address that are followed by a slug. */
const withSlugs: readonly string[] = ['proposals', 'votes', 'decisions', 'projects', 'meetings'];

/** The addresses that belong together: what stands for one particular thing in them is named ':one'. */
export function patternOf(path: string): string {
  const parts = path.split('/');
  const isOne = (part: string, at: number): boolean =>
    /^\d+$|^[0-9a-f]{8}-[0-9a-f-]{27}$|^[A-Za-z0-9_-]{32,}$/.test(part) ||
    (withSlugs.includes(parts[at - 1] ?? '') && /-[0-9a-z]{6}$/.test(part));
  return parts.map((part, at) => (isOne(part, at) ? ':one' : part)).join('/');
}

/**
 * Follows every link as each looker in turn, and returns one address of each pattern, in the order found. Later lookers add
 * only what earlier ones could not see. `within` says which addresses are followed at all.
 */
export async function findPages(lookers: readonly Looker[], { site, within }: { site: string; within: RegExp }): Promise<FoundPage[]> {
  const found = new Map<string, FoundPage>();
  for (const { name, page, starts } of lookers) {
    const queue = [...starts];
    const seen = new Map<string, number>();
    const asked = new Set<string>();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (asked.has(path)) continue;
      asked.add(path);
      const pattern = patternOf(path);
      // Three of a kind are enough to have met each link that such a page can have.
      const isLiked = preferred.some((wish) => wish.test(path ?? ''));
      if ((seen.get(pattern) ?? 0) >= 3 && !isLiked) continue;
      seen.set(pattern, (seen.get(pattern) ?? 0) + 1);
      const answer = await page.request.get(`${site}${path}`, { maxRedirects: 0 });
      if (answer.status() !== 200 || !(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
      const before = found.get(pattern);
      if (before === undefined || (before.as === name && isLiked && !isPreferred(before.path)))
        found.set(pattern, { pattern, path, as: name });
      queue.push(...linksIn(await answer.text()).filter((link) => within.test(link) && !notPages.test(link)));
    }
  }
  return [...found.values()];
}

function isPreferred(path: string): boolean {
  return preferred.some((wish) => wish.test(path));
}

function linksIn(html: string): string[] {
  const links = [...html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)].map(([, path]) => path ?? '/');
  return [...new Set(links)];
}
