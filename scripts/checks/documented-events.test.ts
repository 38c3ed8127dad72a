import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../laptop/data-folder.ts';

/** The names of all events that the program logs, with their level, as they stand in its code. */
function loggedEvents(): readonly string[] {
  const folder = join(ROOT, 'apps', 'api', 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\blog\.(info|warn|error)\(\s*'([^']+)'/g)].map(
      ([, level, event]) => `${event} ${level}`,
    ),
  );
  return [...new Set(found)].toSorted();
}

test('each event that the program logs stands in docs/running/watch.md, with its level and what to do', () => {
  const words = readFileSync(join(ROOT, 'docs', 'running', 'watch.md'), 'utf8');
  const levels: Readonly<Record<string, string>> = { warning: 'warn', error: 'error', note: 'info' };
  const rows = [...words.matchAll(/^\| `([^`]+)` \| (warning|error|note) \| [^|]+ \| [^|]+ \|$/gm)];
  const documented = rows.map(([, event, level = '']) => `${event} ${levels[level]}`);
  expect(loggedEvents().filter((event) => !documented.includes(event))).toEqual([]);
});
