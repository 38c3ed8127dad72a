import { join } from 'node:path';
import { houseRules } from './house-rules.ts';
import { sourceFiles } from './source-files.ts';

const root = join(import.meta.dirname, '../../..');
const files = sourceFiles(root, ['.ts', '.tsx', '.mjs', '.css', '.sql', '.sh', '.md', '.yml', '.yaml']);

/** Text that a rule must refuse (or let through), as if it stood at `path`. */
type Control = readonly [rule: string, path: string, text: string];

const refused: readonly Control[] = [
  ['short-files', 'apps/api/src/a.ts', 'const a = 1;\n'.repeat(301)],
  ['file-names', 'apps/web/app/MoneyPage.tsx', ''],
  ['file-names', 'apps/web/app/money_page.css', ''],
  ['environment', 'apps/api/src/main.ts', 'const port = process.env.PORT;'],
  ['environment', 'packages/ui/src/a.tsx', "const port = process['env'].PORT;"],
  ['clock', 'apps/api/src/modules/rounds/close-round.ts', 'const now = Date.now();'],
  ['clock', 'apps/web/app/a.ts', 'const now = new Date();'],
  ['clock', 'apps/api/src/a.ts', 'const now = Temporal.Now.instant();'],
  ['clock', 'packages/voting-rules/src/a.ts', 'const lot = Math.random();'],
  ['whole-pence', 'apps/api/src/a.ts', 'const half = budgetPence / 2;'],
  ['whole-pence', 'apps/web/app/a.tsx', 'x.amountPence /= 2;'],
  ['whole-pence', 'apps/web/app/a.tsx', 'const text = pounds.toFixed(2);'],
  ['whole-pence', 'packages/open-data/src/a.ts', "const n = Number.parseFloat('0.1');"],
  ['whole-pence', 'packages/open-data/src/a.ts', "const n = parseFloat('0.1');"],
  ['our-words', 'apps/api/src/a.ts', 'const highestBid = 1;'],
  ['our-words', 'apps/api/src/migrations/a.sql', 'create table round_winner ();'],
  ['our-words', 'apps/web/app/a.tsx', '<p>Places that were left behind</p>'],
  ['our-words', 'apps/web/app/a.tsx', '<p>Ask your stakeholders</p>'],
  ['our-words', 'apps/api/src/a.ts', 'const residentScore = 4;'],
  ['screen-words', 'apps/web/app/a.tsx', 'const a = <p>Each user may vote</p>;'],
  ['screen-words', 'apps/web/app/messages/a.messages.ts', "export const a = { title: 'Users of this site' };"],
  ['nothing-left-over', 'apps/api/src/a.ts', '// TODO later'],
  ['few-parameters', 'apps/api/src/a.ts', 'function add(a: number, b: number, c: number, d: number) {}'],
  ['few-parameters', 'apps/api/src/a.ts', 'class A { add(a: number, b: number, c: number, d: number) {} }'],
  ['results-looked-at', 'apps/api/src/modules/rounds/a.ts', 'async function f() { await this.closeRound.run(actor, id); }'],
  [
    'ballots-apart-from-people',
    'apps/api/src/modules/publication/a.ts',
    "import { CastMany } from '../ballots/index.ts';\nimport { Person } from '../people/index.ts';",
  ],
  ['docstrings', 'apps/api/src/a.ts', '/** About something else. */\n\nexport function add() {}'],
  ['docstrings', 'packages/ui/src/a.tsx', 'export class Rounds {}'],
];

const letThrough: readonly Control[] = [
  ['short-files', 'apps/api/src/a.ts', 'const a = 1;\n'.repeat(300)],
  ['file-names', 'apps/api/src/close-round.rules.test.ts', ''],
  ['environment', 'apps/api/src/config.ts', 'const port = process.env.PORT;'],
  ['environment', 'scripts/start.mjs', 'const port = process.env.PORT;'],
  ['environment', 'apps/api/src/a.ts', "const text = 'process.env is read once'; // process.env"],
  ['clock', 'apps/api/src/platform/clock.ts', 'const now = Date.now();'],
  ['clock', 'packages/basics/src/ids.ts', 'const now = Date.now();'],
  ['clock', 'apps/web/app/a.ts', 'const then = new Date(text);'],
  ['whole-pence', 'packages/basics/src/money.ts', 'const half = pence / 2;'],
  ['whole-pence', 'apps/web/app/a.tsx', 'const third = count / 3; // of the pence'],
  ['whole-pence', 'apps/web/app/a.tsx', "const path = 'pence/shares';"],
  ['our-words', 'apps/api/src/a.ts', 'const forbidden = 1; // a closer, a loose end'],
  ['our-words', 'apps/web/app/a.tsx', '<p>Nobody had to bid for it.</p>'],
  ['our-words', 'packages/open-data/src/grants.ts', 'const beneficiary = 1;'],
  ['screen-words', 'apps/web/app/a.tsx', "import a from 'user';\nconst a = { 'user-agent': 1 };"],
  ['few-parameters', 'apps/api/src/a.ts', 'class A { constructor(a: A, b: B, c: C, d: D) {} }'],
  ['few-parameters', 'apps/api/src/a.ts', 'class A { get(@Q() a: A, @P() b: B, @R() c: C, @S() d: D) {} }'],
  ['results-looked-at', 'apps/api/src/modules/rounds/a.ts', 'async function f() { return await this.closeRound.run(actor, id); }'],
  [
    'ballots-apart-from-people',
    'apps/api/src/app.module.ts',
    "import { CastMany } from '../ballots/index.ts';\nimport { Person } from '../people/index.ts';",
  ],
  ['ballots-apart-from-people', 'apps/api/src/modules/rounds/a.ts', "import { CastMany } from '../ballots/index.ts';"],
  ['docstrings', 'apps/api/src/a.ts', '/** Adds. */\n@Injectable()\nexport class Add {}'],
  ['docstrings', 'apps/web/app/features/a/a.route.tsx', 'export function loader() {}'],
];

/** What a rule finds in a control; an empty list where the rule does not hold for that path. */
function found([name, path, text]: Control) {
  const rule = houseRules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`There is no rule ${name}.`);
  return rule.applies(path) ? rule.check({ path, text }) : [];
}

test.each(refused)('%s refuses a planted breach in %s', (...control) => {
  expect(found(control)).not.toEqual([]);
});

test.each(letThrough)('%s lets through what is allowed in %s', (...control) => {
  expect(found(control)).toEqual([]);
});

test('every rule has a control', () => {
  expect(new Set(refused.map(([rule]) => rule))).toEqual(new Set(houseRules.map((rule) => rule.name)));
});

test('a breach is named with its line', () => {
  const control: Control = ['clock', 'apps/web/app/a.ts', "// £ and ’ are more than one byte\nconst a = 'é';\nconst now = Date.now();\n"];
  expect(found(control)).toEqual([expect.objectContaining({ line: 3 })]);
});

test.each(houseRules.map((rule) => [rule.name, rule] as const))('%s holds in the whole repository', (_name, rule) => {
  const breaches = files.filter((file) => rule.applies(file.path)).flatMap((file) => rule.check(file));
  expect(breaches.map(({ path, line, what }) => `${path}:${line} ${what}`)).toEqual([]);
});
