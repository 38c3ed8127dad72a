// What `npm test` and `npm run check` do once the packages are there: each part in turn, then one summary.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../laptop/data-folder.ts';
import { wordsOf } from '../laptop/problem.ts';
import type { Counts } from './counts.ts';
import type { Part } from './parts.ts';
import { PARTS } from './parts.ts';
import { installSystemPackages } from './system.ts';

interface Outcome {
  readonly name: string;
  readonly counts: Counts;
  readonly words: string;
}

/** The last line; whatever reads the result of a run reads this. */
function end(passed: number, failed: number): never {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

async function runPart(part: Part): Promise<Outcome> {
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(join(ROOT, part.needs))) return { name: part.name, counts: none, words: `not yet: there is no ${part.needs}` };
  console.log(`\n──── ${part.name}`);
  const begun = performance.now();
  try {
    const counts = await part.run();
    return { name: part.name, counts, words: `${((performance.now() - begun) / 1000).toFixed(1)} s` };
  } catch (error) {
    console.error(error);
    return { name: part.name, counts: { ...none, failed: 1 }, words: wordsOf(error) };
  }
}

function summary(outcomes: readonly Outcome[]): void {
  console.log('\n──── summary');
  for (const { name, counts, words } of outcomes) {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const mark = counts.failed > 0 ? 'FAILED' : '      ';
    console.log(`${mark} ${name.padEnd(12)} ${String(counts.passed).padStart(5)} passed, ${counts.failed} failed${skipped}   (${words})`);
  }
}

const [which = 'all', ...names] = process.argv.slice(2);
const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. The parts are: ${PARTS.map((part) => part.name).join(', ')}`);
  end(0, 1);
}
const chosen = PARTS.filter((part) => (names.length > 0 ? names.includes(part.name) : which === 'all' || part.quick));
if (which === 'all' && names.length === 0 && !installSystemPackages()) end(0, 1);

const outcomes: Outcome[] = [];
for (const part of chosen) outcomes.push(await runPart(part));
summary(outcomes);
const sum = (pick: (counts: Counts) => number): number => outcomes.reduce((total, { counts }) => total + pick(counts), 0);
end(
  sum((counts) => counts.passed),
  sum((counts) => counts.failed),
);
