import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainInstall, isInstalled } from './installed.mjs';

let root: string;

/** Writes a lock with two packages, one of them for another kind of computer, and what npm noted of an installation. */
function project(installed: Record<string, { version: string }> | undefined): void {
  const packages = {
    '': {},
    'packages/ours': { version: '0.1.0' },
    'node_modules/ours': { link: true, resolved: 'packages/ours' },
    'node_modules/one': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '1.0.0', os: ['plan9'] },
    'node_modules/perhaps': { version: '1.0.0', optional: true },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  for (const name of ['ours', 'one']) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true });
    writeFileSync(join(root, 'node_modules', name, 'package.json'), '{}');
  }
  if (installed) writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'installed-'));
});

afterEach(() => rmSync(root, { recursive: true }));

test('what the lock says, whole, is installed', () => {
  project({ 'node_modules/one': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
});

test('a fresh clone is not', () => {
  expect(isInstalled(root)).toBe(false);
});

test("an installation that was broken off is not: npm's own note is written last", () => {
  project(undefined);
  expect(isInstalled(root)).toBe(false);
});

test('another version than the lock says is not', () => {
  project({ 'node_modules/one': { version: '0.9.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('a package that somebody deleted is not', () => {
  project({ 'node_modules/one': { version: '1.0.0' } });
  rmSync(join(root, 'node_modules', 'one'), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});

test.each([
  ['npm error code ENOSPC', /disk is full/],
  ['npm error code EACCES', /may not write/],
  ['npm error code ENOTFOUND', /registry did not answer/],
  ['npm error code EUSAGE', /put-right/],
])('%s is told in plain words', (output, words) => {
  expect(explainInstall(output)).toMatch(words);
});
