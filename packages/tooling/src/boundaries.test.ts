import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const modules = 'apps/api/src/modules';

/** One import that must be refused: the rule that refuses it, the file it stands in, and the import. */
type Planted = readonly [rule: string, file: string, line: string];

const planted: readonly Planted[] = [
  ['packages-basics-imports-only-its-own', 'packages/basics/src/a.ts', "import '@pursestrings/contracts/thing';"],
  ['packages-contracts-imports-only-its-own', 'packages/contracts/src/a.ts', "import '@pursestrings/voting-rules/thing';"],
  ['packages-contracts-npm', 'packages/contracts/src/b.ts', "import type { DataSource } from 'typeorm';"],
  ['packages-voting-rules-imports-only-its-own', 'packages/voting-rules/src/a.ts', "import '@pursestrings/contracts/thing';"],
  ['packages-voting-rules-npm', 'packages/voting-rules/src/b.ts', "import 'zod';"],
  ['voting-rules-no-node', 'packages/voting-rules/src/c.ts', "import { createHash } from 'node:crypto';"],
  ['voting-rules-browser-basics', 'packages/voting-rules/src/d.ts', "import '@pursestrings/basics/ids';"],
  ['packages-plain-language-imports-only-its-own', 'packages/plain-language/src/a.ts', "import '@pursestrings/contracts/thing';"],
  ['packages-open-data-imports-only-its-own', 'packages/open-data/src/a.ts', "import '@pursestrings/verify/thing';"],
  ['packages-verify-imports-only-its-own', 'packages/verify/src/a.ts', "import type { X } from '@pursestrings/open-data/thing';"],
  ['packages-verify-imports-only-its-own', 'packages/verify/src/b.ts', "import '@pursestrings/basics/thing';"],
  ['packages-verify-npm', 'packages/verify/src/c.ts', "import 'zod';"],
  ['packages-ui-imports-only-its-own', 'packages/ui/src/a.tsx', "import '@pursestrings/contracts/thing';"],
  ['packages-ui-npm', 'packages/ui/src/b.tsx', "import 'zod';"],
  ['apps-api-imports-only-its-own', 'apps/api/src/a.ts', "import '@pursestrings/verify/thing';"],
  ['apps-web-imports-only-its-own', 'apps/web/app/a.ts', "import '../../../scripts/thing.ts';"],
  ['packages-not-apps', 'packages/tooling/src/a.test.ts', "import '../../../apps/api/src/thing.ts';"],
  ['web-and-api-apart', 'apps/web/app/b.test.ts', "import type { X } from '../../api/src/thing.ts';"],
  ['web-and-api-apart', 'apps/api/src/b.ts', "const web = await import('../../web/app/thing.ts');"],
  ['product-not-tests', 'apps/api/src/c.ts', "import './thing.test.ts';"],
  ['product-not-tests', 'apps/api/src/f.ts', "import '@pursestrings/open-data/fixtures/thing';"],
  ['product-not-tests', 'apps/api/src/d.ts', "import '@pursestrings/tooling/thing';"],
  ['platform-knows-no-module', 'apps/api/src/platform/a.ts', "import '../modules/rounds/index.ts';"],
  ['module-by-its-door', `${modules}/payments/a.ts`, "import '../ledger/thing.ts';"],
  ['people-call-nobody', `${modules}/people/a.ts`, "import '../rounds/index.ts';"],
  ['people-call-nobody', `${modules}/neighbourhoods/a.ts`, "import '../ledger/index.ts';"],
  ['participation-calls-people', `${modules}/proposals/a.ts`, "import '../ledger/index.ts';"],
  ['participation-calls-people', `${modules}/rounds/a.ts`, "import '../decisions/index.ts';"],
  ['governance-reads-results', `${modules}/decisions/a.ts`, "import '../ballots/index.ts';"],
  ['governance-reads-results', `${modules}/meetings/a.ts`, "import '../publication/index.ts';"],
  ['money-calls-people', `${modules}/ledger/a.ts`, "import '../decisions/index.ts';"],
  ['ballots-not-people', `${modules}/ballots/a.ts`, "import '../people/index.ts';"],
  ['rules-are-pure', `${modules}/rounds/a.rules.ts`, "import type { Round } from './round.entity.ts';"],
  ['rules-are-pure', `${modules}/rounds/b.rules.ts`, "import { Injectable } from '@nestjs/common';"],
  ['rules-are-pure', `${modules}/rounds/c.rules.ts`, "import '../../platform/thing.ts';"],
  ['rules-are-pure', `${modules}/rounds/d.rules.ts`, "import 'node:crypto';"],
  ['controllers-stay-thin', `${modules}/rounds/a.controller.ts`, "import 'typeorm';"],
  ['controllers-stay-thin', `${modules}/rounds/b.controller.ts`, "import './round.entity.ts';"],
  ['web-features-apart', 'apps/web/app/features/voting/a.ts', "import '../money/thing.ts';"],
  ['imports-resolve', 'apps/api/src/e.ts', "import './nowhere.ts';"],
];

/** Imports that must be let through, so that a rule that refuses everything is found out. */
const allowed: readonly Planted[] = [
  ['', 'packages/contracts/src/fine.ts', "import 'zod';\nimport '@pursestrings/basics/ids';"],
  ['', 'packages/voting-rules/src/fine.ts', "import '@pursestrings/basics/thing';"],
  ['', 'packages/verify/src/fine.ts', "import 'node:crypto';\nimport '@pursestrings/voting-rules/thing';"],
  ['', 'packages/verify/src/fine.test.ts', "import '@pursestrings/open-data/thing';"],
  ['', 'apps/api/src/fine.ts', "import './modules/rounds/index.ts';\nimport './platform/thing.ts';"],
  ['', `${modules}/decisions/fine.ts`, "import '../ledger/index.ts';\nimport '../people/index.ts';\nimport '../rounds/index.ts';"],
  ['', `${modules}/publication/fine.ts`, "import '../ledger/index.ts';\nimport '../rounds/index.ts';\nimport '../decisions/index.ts';"],
  ['', `${modules}/rounds/fine.rules.ts`, "import '@pursestrings/basics/thing';\nimport './thing.problems.ts';"],
  ['', 'apps/web/app/features/voting/fine.ts', "import '../../thing.ts';\nimport '@pursestrings/verify/thing';"],
];

const packages = ['basics', 'contracts', 'voting-rules', 'plain-language', 'open-data', 'verify', 'ui', 'tooling'];
const features = ['people', 'neighbourhoods', 'rounds', 'ballots', 'ledger', 'decisions', 'publication'];

/** Targets that the planted imports lead to. */
const targets = [
  ...packages.map((name) => `packages/${name}/src/thing.ts`),
  'packages/basics/src/ids.ts',
  'packages/open-data/src/fixtures/thing.ts',
  ...features.map((name) => `${modules}/${name}/index.ts`),
  `${modules}/ledger/thing.ts`,
  `${modules}/rounds/round.entity.ts`,
  `${modules}/rounds/thing.problems.ts`,
  'apps/api/src/platform/thing.ts',
  'apps/api/src/thing.ts',
  'apps/api/src/thing.test.ts',
  'apps/web/app/thing.ts',
  'apps/web/app/features/money/thing.ts',
  'scripts/thing.ts',
];

function put(tree: string, file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

function makeTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'boundaries-'));
  copyFileSync(join(root, '.dependency-cruiser.mjs'), join(tree, '.dependency-cruiser.mjs'));
  const outside = ['zod', 'typeorm', '@nestjs/common'];
  put(
    tree,
    'package.json',
    JSON.stringify({ name: 'planted', type: 'module', dependencies: Object.fromEntries(outside.map((n) => [n, '*'])) }),
  );
  for (const name of outside) {
    put(tree, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }));
    put(tree, `node_modules/${name}/index.js`, 'export const here = true;\n');
  }
  for (const name of packages) {
    const exports = { './*': './src/*.ts' };
    put(tree, `packages/${name}/package.json`, JSON.stringify({ name: `@pursestrings/${name}`, type: 'module', exports }));
    mkdirSync(join(tree, 'node_modules/@pursestrings'), { recursive: true });
    symlinkSync(`../../packages/${name}`, join(tree, 'node_modules/@pursestrings', name));
  }
  for (const file of targets) put(tree, file, 'export const here = true;\n');
  for (const [, file, line] of [...planted, ...allowed]) put(tree, file, `${line}\nexport const there = true;\n`);
  return tree;
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Runs the rules over `tree` as `npm run boundaries` does, and gives every violation. */
function cruise(tree: string): readonly Violation[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, 'packages', 'apps', 'scripts', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64e6 });
  if (run.stdout === '') throw new Error(`dependency-cruiser said: ${run.stderr}`);
  return JSON.parse(run.stdout).summary.violations;
}

let tree: string;
let found: readonly Violation[];

beforeAll(() => {
  tree = makeTree();
  found = cruise(tree);
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(planted)('%s refuses the import planted in %s', (rule, file) => {
  expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(rule);
});

test('what is allowed is let through', () => {
  const files = new Set(allowed.map(([, file]) => file));
  expect(found.filter((violation) => files.has(violation.from))).toEqual([]);
});

test('every rule has its planted import', async () => {
  const config: { default: { forbidden: readonly { name: string }[] } } = await import(join(root, '.dependency-cruiser.mjs'));
  const names = config.default.forbidden.map((rule) => rule.name);
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(names));
});

test('every feature of the API stands in exactly one context', async () => {
  const config: { contexts: Readonly<Record<string, readonly string[]>> } = await import(join(root, '.dependency-cruiser.mjs'));
  const known = Object.values(config.contexts).flat();
  expect(new Set(known).size).toBe(known.length);
  const folders = readdirSync(join(root, modules), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => folder.name).filter((name) => !known.includes(name))).toEqual([]);
});
