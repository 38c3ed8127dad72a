import { reservedSlugs } from '@pursestrings/contracts/places';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from './routes.ts';

/** The first word of every address that is the site's own. */
async function firstWords(): Promise<string[]> {
  const top = (await routes) as readonly RouteConfigEntry[];
  const ofTheSite = top.flatMap((entry) => (entry.path === undefined ? (entry.children ?? []) : [entry]));
  const words = ofTheSite.map(({ path }) => (path ?? '').split('/')[0] ?? '');
  return [...new Set(words)].filter((word) => word !== '' && !word.startsWith(':') && word !== '*');
}

test('no neighbourhood can take an address of the site’s own', async () => {
  const words = await firstWords();
  expect(words.length).toBeGreaterThan(5);
  expect(words.filter((word) => !reservedSlugs.includes(word))).toEqual([]);
});
