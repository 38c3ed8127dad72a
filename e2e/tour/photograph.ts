import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** The two screens of the tour, and how much of a long page they show. */
export const screens = [
  { name: 'phone', width: 360, height: 740, most: 2200 },
  { name: 'desktop', width: 1280, height: 800, most: 1600 },
] as const;

export type Screen = (typeof screens)[number];

/** Takes a picture of the page that is shown, as WebP, which is a third of a JPEG's size. */
export async function photograph(page: Page, screen: Screen, file: string): Promise<void> {
  await page.setViewportSize({ width: screen.width, height: screen.height });
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  const height = Math.min(Math.max(whole, 200), screen.most);
  // As tall as the picture, so that a bar at the bottom of the window stands at the bottom of the picture.
  await page.setViewportSize({ width: screen.width, height });
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width: screen.width, height, scale: 1 };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 50, captureBeyondViewport: true, clip });
  await session.detach();
  writeFileSync(file, Buffer.from(data, 'base64'));
}
