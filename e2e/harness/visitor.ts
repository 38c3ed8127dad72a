import { expect, type Locator, type Page, type Response } from '@playwright/test';
import type { Accessibility } from './accessibility.ts';
import { CostMeter, overBudget } from './page-costs.ts';

/** The narrowest screen that everything must fit. */
const NARROW = 320;

/**
 * Somebody who uses the site with one browser window. Whatever they do that brings a page is followed by looking at it: it answers
 * as expected, holds to WCAG 2.2 AA and to its budget, fits 320 px, asks no other site, and says nothing on the console.
 */
export class Visitor {
  readonly page: Page;
  private readonly site: string;
  private readonly accessibility: Accessibility;
  private readonly costs: CostMeter;
  private readonly said: string[] = [];
  private document: Response | null = null;

  constructor(page: Page, site: string, accessibility: Accessibility) {
    this.page = page;
    this.site = site;
    this.accessibility = accessibility;
    this.costs = new CostMeter(page, site);
    page.on('console', (message) => {
      // A refusal (422 and the like) is a page like any other; its status is looked at below.
      const isRefusal = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
      if ((message.type() === 'error' || message.type() === 'warning') && !isRefusal) this.said.push(message.text());
    });
    page.on('pageerror', (error) => this.said.push(String(error)));
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) this.document = response;
    });
  }

  /** Goes to an address of the site. */
  async open(path: string, status = 200): Promise<void> {
    await this.step(async () => void (await this.page.goto(`${this.site}${path}`)), status);
  }

  /** Presses a button that sends its form. */
  async press(name: string | RegExp, status = 200): Promise<void> {
    await this.come(this.page.getByRole('button', { name, exact: typeof name === 'string' }).first(), status);
  }

  /** Follows a link. */
  async follow(name: string | RegExp, status = 200): Promise<void> {
    await this.come(this.page.getByRole('link', { name, exact: typeof name === 'string' }).first(), status);
  }

  /** Clicks whatever brings a page. */
  async come(what: Locator, status = 200): Promise<void> {
    await this.step(async () => {
      const arrived = this.page.waitForEvent('framenavigated', { predicate: (frame) => frame === this.page.mainFrame() });
      await what.click();
      await arrived;
      await this.page.waitForLoadState('load');
    }, status);
  }

  /** Types into the box with this label. */
  async type(label: string | RegExp, words: string): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .fill(words);
  }

  /** Ticks a box or chooses one of several. */
  async tick(label: string | RegExp): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .check();
  }

  /** Chooses from a list. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .selectOption({ label: option });
  }

  /** Types a day into the three boxes of a question. */
  async typeDay(question: string | RegExp, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const group = this.page.getByRole('group', { name: question });
    await group.getByLabel('Day').fill(String(Number(date)));
    await group.getByLabel('Month').fill(String(Number(month)));
    await group.getByLabel('Year').fill(year);
  }

  /** Sees that the page says this. */
  async sees(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible();
  }

  /** The path of the page that is shown, without what comes after a question mark. */
  path(): string {
    return new URL(this.page.url()).pathname;
  }

  private async step(act: () => Promise<void>, status: number): Promise<void> {
    this.costs.begin();
    this.said.length = 0;
    this.document = null;
    await act();
    await this.look(status);
  }

  /** Looks at the page that is shown. */
  private async look(status: number): Promise<void> {
    const where = new URL(this.page.url()).pathname;
    if (this.document) expect(this.document.status(), `${where} answers`).toBe(status);
    const costs = await this.costs.sum();
    expect.soft(overBudget(where, costs), `${where} keeps to its budget`).toEqual([]);
    expect.soft(this.said, `${where} says nothing on the console`).toEqual([]);
    expect.soft(await this.page.title(), `${where} has a title`).not.toBe('');
    await this.looksRight(where);
  }

  private async looksRight(where: string): Promise<void> {
    expect.soft(await this.accessibility.faults(this.page), `${where} passes axe`).toEqual([]);
    const size = this.page.viewportSize();
    if (size && size.width !== NARROW) await this.page.setViewportSize({ ...size, width: NARROW });
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (size && size.width !== NARROW) await this.page.setViewportSize(size);
    expect.soft(overflow, `${where} fits ${NARROW} px`).toBeLessThanOrEqual(0);
  }
}
