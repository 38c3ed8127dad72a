import { expect } from '@playwright/test';
import { test } from './harness/test.ts';

const reading = ['/', '/words', '/accessibility', '/privacy', '/programmes', '/sign-in', '/sign-in/password'];

for (const path of reading) {
  test(`${path} can be read by everybody`, async ({ given }) => {
    const visitor = await given.newVisitor();
    await visitor.open(path);
    await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('an address that does not exist is a page that helps', async ({ given }) => {
  const visitor = await given.newVisitor();
  await visitor.open('/nowhere-at-all/proposals', 404);
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a form sent empty says what to do', async ({ given }) => {
  const visitor = await given.newVisitor();
  await visitor.open('/sign-in/password');
  await visitor.press('Sign in', 422);
  await visitor.sees('There is a problem');
});
