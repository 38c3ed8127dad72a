/**
 * `npm run bench -- pages`: what the first view of the home page and of the ballot page weighs, in bytes as sent to a browser that takes brotli, and
 * how much of it is JavaScript, in the demonstration; then how soon the server sends them. The limits are those of the page budgets.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, Installation } from '../apps/api/test/killer/installation.ts';
import { CostMeter } from '../e2e/harness/page-costs.ts';
import { chromium as launch } from '../e2e/playwright.config.ts';
import { openWorld } from './harness/outside-world.ts';
import { type Figure, quantile, report } from './harness/report.ts';

const handler = join(import.meta.dirname, '../apps/web/build/server/index.js');
const times = 40;

interface Asked {
  readonly what: string;
  readonly address: string;
  readonly limits: { readonly page: number; readonly script: number };
}

async function weigh(page: Page, site: string, asked: Asked): Promise<readonly Figure[]> {
  const meter = new CostMeter(page, site);
  const answer = await page.goto(`${site}${asked.address}`, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${asked.address} answered ${answer?.status()}`);
  const encoding = answer.headers()['content-encoding'] ?? 'none';
  const { html, css, js, elsewhere } = await meter.sum();
  if (elsewhere.length > 0) throw new Error(`${asked.address} asked another site: ${elsewhere.join()}`);
  const milliseconds: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    await (await fetch(`${site}${asked.address}`, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
    milliseconds.push(performance.now() - began);
  }
  return [
    {
      what: `${asked.what}, HTML and CSS`,
      value: html + css,
      unit: 'bytes',
      limit: asked.limits.page,
      note: `content-encoding: ${encoding}`,
    },
    { what: `${asked.what}, JavaScript`, value: js, unit: 'bytes', limit: asked.limits.script },
    {
      what: `${asked.what}, median of ${times}`,
      value: quantile(milliseconds),
      unit: 'ms',
      note: `95 in 100 within ${quantile(milliseconds, 0.95).toFixed(1)} ms`,
    },
  ];
}

if (!existsSync(handler)) throw new Error('Build the pages first:  npx turbo run build');
const installation = await Installation.make({}, build());
const browser = await chromium.launch(launch);
try {
  installation.run('demo.js');
  const environment = { PURSESTRINGS_WEB: handler };
  await installation.serve({ url: installation.urls.appUrl, dataFolder: installation.folder, environment });
  const world = openWorld(installation);
  const [round] = await world.admin<{ place: string; round: string; projects: number }>(
    `SELECT n.slug AS place, r.slug AS round, (SELECT count(*)::int FROM round_project p WHERE p.round_id = r.id) AS projects
     FROM round r JOIN neighbourhood n ON n.id = r.neighbourhood_id WHERE r.closes_at > now() AND r.opens_at <= now() AND r.announced_at IS NOT NULL
     ORDER BY projects DESC LIMIT 1`,
  );
  if (!round) throw new Error('The demonstration has no vote that is open.');
  const kilobyte = 1024;
  const asked: readonly Asked[] = [
    { what: `home page of ${round.place}`, address: `/${round.place}`, limits: { page: 30 * kilobyte, script: 0 } },
    {
      what: `ballot page of ${round.projects} projects`,
      address: `/${round.place}/votes/${round.round}`,
      limits: { page: 35 * kilobyte, script: 120 * kilobyte },
    },
  ];
  const figures: Figure[] = [];
  for (const one of asked) {
    // A new context each: nothing is in its cache.
    const context = await browser.newContext();
    figures.push(...(await weigh(await context.newPage(), installation.address, one)));
    await context.close();
  }
  report('pages', figures);
  await world.stop();
} finally {
  await browser.close();
  await installation.stop();
}
