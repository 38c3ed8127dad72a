import type { Page, Request } from '@playwright/test';

/** What one page sent over the wire, in bytes as sent (compressed). The font is not counted, as `web.md` says. */
export interface PageCosts {
  html: number;
  css: number;
  js: number;
  /** Addresses of other sites that the page asked. There are never any. */
  elsewhere: string[];
}

/** Adds up what a page asks for. `begin()` before a step, `sum()` when its page is there. */
export class CostMeter {
  private readonly site: string;
  private requests: Request[] = [];

  constructor(page: Page, site: string) {
    this.site = site;
    page.on('request', (request) => this.requests.push(request));
  }

  begin(): void {
    this.requests = [];
  }

  /** What the page that is shown now cost: its last document, and all that was asked for since. */
  async sum(): Promise<PageCosts> {
    const costs: PageCosts = { html: 0, css: 0, js: 0, elsewhere: [] };
    const last = this.requests.findLastIndex((request) => request.isNavigationRequest());
    for (const [at, request] of this.requests.entries()) {
      if (!request.url().startsWith(`${this.site}/`) && !request.url().startsWith('data:')) costs.elsewhere.push(request.url());
      if (at >= last) await this.count(request, costs);
    }
    return costs;
  }

  private async count(request: Request, costs: PageCosts): Promise<void> {
    const kind = request.resourceType();
    if (kind !== 'document' && kind !== 'stylesheet' && kind !== 'script') return;
    const response = await request.response();
    if (!response) return;
    const { responseBodySize } = await request.sizes();
    if (kind === 'document') costs.html += responseBodySize;
    if (kind === 'stylesheet') costs.css += responseBodySize;
    if (kind === 'script') costs.js += responseBodySize;
  }
}

const kilobytes = (count: number): number => count * 1024;

/** Ballot and proposal pages may weigh a little more and bring their own JavaScript; all others are reading pages. */
const formPages = /\/(votes\/[^/]+\/(ballot|vote)|propose|proposals\/new|my-proposals)(\/|$)/;

/** What a page weighs beyond its budget (web.md, 1.3), in words; nothing where it is kept. */
export function overBudget(path: string, costs: PageCosts): readonly string[] {
  const isForm = formPages.test(path);
  const most = isForm ? { page: kilobytes(35), js: kilobytes(120) } : { page: kilobytes(30), js: 0 };
  const faults: string[] = [];
  if (costs.html + costs.css > most.page) faults.push(`HTML and CSS are ${costs.html + costs.css} bytes, more than ${most.page}`);
  if (costs.js > most.js) faults.push(`JavaScript is ${costs.js} bytes, more than ${most.js}`);
  for (const address of costs.elsewhere) faults.push(`asked another site: ${address}`);
  return faults;
}
