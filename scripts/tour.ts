#!/usr/bin/env node
// `npm run tour`: a picture of every page of the demonstration, on a phone and on a desktop, and docs/tour.md that shows them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startRunningSite } from '../e2e/harness/running-site.ts';
import { chromium as launchOptions } from '../e2e/playwright.config.ts';
import { type FoundPage, findPages, type Looker } from '../e2e/tour/find-pages.ts';
import { photograph, screens } from '../e2e/tour/photograph.ts';
import { ROOT } from './laptop/data-folder.ts';

if (process.argv.includes('--help')) {
  console.log(`npm run tour

Starts what was built with the demonstration, follows every link as a visitor and as the people of the demonstration, takes a picture of
each page at 360 and at 1280 pixels into docs/tour/, and writes docs/tour.md. Takes about two minutes.`);
  process.exit(0);
}

const OUT = join(ROOT, 'docs', 'tour');
const NOBODY = 'a visitor';
/** Whose eyes the tour borrows, in this order; `part` stands over the pages that they are the first to see. */
const PEOPLE = [
  { name: NOBODY, part: 'What everybody sees', starts: ['/', '/kettlewick', '/marram-top', '/staithe-row/votes'] },
  { name: 'Shanice Webb', part: 'Somebody who lives here', starts: ['/me', '/kettlewick/me', '/kettlewick'] },
  {
    name: 'Denise Harker',
    part: 'The chair of the partnership',
    starts: ['/me', '/kettlewick/this-week', '/kettlewick', '/kettlewick/votes/new'],
  },
  { name: 'Colin Peet', part: 'Who keeps the books', starts: ['/kettlewick/books'] },
  { name: 'Priti Chandan', part: 'A vote checker', starts: ['/kettlewick/votes'] },
  { name: 'Bev Tranter', part: 'Who helps at the hub', starts: ['/kettlewick/me', '/kettlewick/votes'] },
  { name: 'Ruth Ashby', part: 'The council’s contact', starts: ['/liaison'] },
] as const;

/** Begins as somebody of the demonstration, by their button. */
async function becoming(browser: Browser, site: string, { name, starts }: (typeof PEOPLE)[number]): Promise<Looker> {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })).newPage();
  if (name !== NOBODY) {
    await page.goto(`${site}/sign-in`);
    await page
      .getByRole('button', { name: `Be ${name}`, exact: true })
      .first()
      .click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }
  return { name, page, starts };
}

interface Picture extends FoundPage {
  readonly file: string;
  readonly title: string;
}

async function photographAll(site: string, pages: readonly FoundPage[], lookers: ReadonlyMap<string, Page>): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const found of pages) {
    const page = lookers.get(found.as);
    if (!page) continue;
    await page.goto(`${site}${found.path}`);
    const title = ((await page.locator('h1').first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
    const file =
      found.pattern
        .replace(/:one/g, 'one')
        .replace(/^\/|\/$/g, '')
        .replaceAll('/', '.') || 'front';
    for (const screen of screens) await photograph(page, screen, join(OUT, `${file}.${screen.name}.webp`));
    console.log(` · ${found.path}`);
    pictures.push({ ...found, file, title });
  }
  return pictures;
}

function tourPage(pictures: readonly Picture[]): string {
  const parts = PEOPLE.map(({ name, part }) => ({ part, name, shown: pictures.filter((picture) => picture.as === name) }));
  const sections = parts
    .filter(({ shown }) => shown.length > 0)
    .map(({ part, name, shown }) => `## ${part}\n\nSeen as ${name}.\n\n${shown.map(pictureInWords).join('\n')}`);
  return `# The tour

A picture of every page of the demonstration, on a phone and on a desktop. Made by \`npm run tour\`; do not edit by hand.
All places and people are made up. Long pages are cut off.

${sections.join('\n')}`;
}

function pictureInWords({ title, pattern, file }: Picture): string {
  const image = (screen: string, width: number) =>
    `<img src="tour/${file}.${screen}.webp" alt="${title.replaceAll('"', '’')}, on a ${screen}" width="${width}">`;
  return `### ${title}\n\n\`${pattern}\`\n\n${image('phone', 180)} ${image('desktop', 520)}\n`;
}

const site = await startRunningSite({ withDemonstration: true });
const browser = await chromium.launch(launchOptions);
try {
  const lookers: Looker[] = [];
  for (const person of PEOPLE) lookers.push(await becoming(browser, site.address, person));
  const within = /^\/(kettlewick|sign-in|me|liaison|programmes|letters|words|accessibility|privacy|open\/kettlewick|staithe-row\/votes|$)/;
  const pages = await findPages(lookers, { site: site.address, within });
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const pictures = await photographAll(site.address, pages, new Map(lookers.map(({ name, page }) => [name, page])));
  writeFileSync(join(ROOT, 'docs', 'tour.md'), tourPage(pictures));
  console.log(`${pictures.length} pages, twice each, in docs/tour.md`);
} finally {
  await browser.close();
  await site.stop();
}
