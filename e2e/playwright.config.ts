import { defineConfig } from '@playwright/test';

/** What Debian's Chromium needs to run here, and nothing that looks outside. */
export const chromium = {
  executablePath: process.env.PURSESTRINGS_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/**
 * Journeys through the whole built program: one start for the run (`harness/global-setup.ts`), every journey once without JavaScript on
 * a small dark screen, and once with it on a large light one. One browser at a time: two cores serve it, the site and PostgreSQL.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/browser',
  globalSetup: './harness/global-setup.ts',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  use: { launchOptions: chromium, locale: 'en-GB', timezoneId: 'Europe/London', actionTimeout: 5_000, navigationTimeout: 15_000 },
  projects: [
    { name: 'without JavaScript', use: { javaScriptEnabled: false, viewport: { width: 320, height: 640 }, colorScheme: 'dark' } },
    { name: 'with JavaScript', use: { javaScriptEnabled: true, viewport: { width: 1280, height: 800 }, colorScheme: 'light' } },
  ],
});
