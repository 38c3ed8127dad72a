import { type Browser, test as base } from '@playwright/test';
import pg from 'pg';
import { inAnotherWindow, inThePageItself } from './accessibility.ts';
import { Visitor } from './visitor.ts';

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: harness/global-setup.ts sets it.`);
  return value;
}

/** What every journey is given. */
export interface Given {
  /** Somebody with a browser window of their own, nobody's cookies in it. */
  newVisitor(): Promise<Visitor>;
  /** SQL as superuser, to arrange what no page can: the first accounts of a site, and the clock passing. */
  arrange<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Playwright's `test` with visitors and with the database to arrange in. */
export const test = base.extend<{ given: Given }>({
  given: async ({ browser, contextOptions, javaScriptEnabled, viewport, colorScheme }, use) => {
    const site = setting('PURSESTRINGS_SITE');
    const database = new pg.Pool({ connectionString: setting('PURSESTRINGS_ADMIN_DATABASE_URL'), max: 1 });
    const looking = javaScriptEnabled
      ? null
      : await browser.newContext({ ...contextOptions, javaScriptEnabled: true, viewport, colorScheme });
    const accessibility = looking ? inAnotherWindow(looking) : inThePageItself;
    const open: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use({
      newVisitor: async () => {
        const context = await browser.newContext({ ...contextOptions, javaScriptEnabled, viewport, colorScheme });
        open.push(context);
        return new Visitor(await context.newPage(), site, accessibility);
      },
      arrange: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        (await database.query(sql, [...parameters])).rows as Row[],
    });
    await looking?.close();
    for (const context of open) await context.close();
    await database.end();
  },
});
