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

  /** Goes to a page that was looked at before, for what it says. */
  async glance(path: string): Promise<void> {
    await this.page.goto(`${this.site}${path}`);
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

  /**
   * Fills a form in, by the names of its boxes: words, a day as '2026-12-11' for three boxes, the value of an answer, the words of a choice in a list.
   * Several ticks under one name are a list. Boxes have labels because axe looks at them after each step.
   */
  async fill(answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      if (typeof answer === 'string') await this.answer(name, answer);
      else for (const value of answer) await this.page.locator(`input[name="${name}"][value="${value}"]`).check();
    }
  }

  private async answer(name: string, answer: string): Promise<void> {
    if ((await this.page.locator(`[name="${name}-day"]`).count()) > 0) {
      const [year = '', month = '', day = ''] = answer.split('-');
      for (const [part, words] of Object.entries({ day, month, year })) {
        await this.page.locator(`[name="${name}-${part}"]`).first().fill(words);
      }
      return;
    }
    const box = this.page.locator(`[name="${name}"]:not([type=hidden])`).first();
    const kind = (await box.getAttribute('type')) ?? (await box.evaluate((element) => element.tagName));
    if (kind === 'radio' || kind === 'checkbox') await this.page.locator(`input[name="${name}"][value="${answer}"]`).first().check();
    else if (kind === 'SELECT') await box.selectOption({ label: await this.optionWith(box, answer) });
    else await box.fill(answer);
  }

  private async optionWith(list: Locator, words: string): Promise<string> {
    const labels = await list.locator('option').allTextContents();
    return labels.find((label) => label.includes(words)) ?? words;
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
