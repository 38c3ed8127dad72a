import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countOf, jestCounts, playwrightCounts } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('a check that ended well is one passed, one that did not is one failed', () => {
  expect(countOf(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(countOf(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("Jest's report: a file that could not be run counts as one failed", () => {
  const file = report({ numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2, numPendingTests: 3, numTodoTests: 1 });
  expect(jestCounts(file, false)).toEqual({ passed: 5, failed: 3, skipped: 4 });
});

test("a report is read once: yesterday's is never taken for today's", () => {
  const file = report({ numPassedTests: 5 });
  jestCounts(file, true);
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['no report', 'nothing.json'],
  ['a report broken off', ''],
])('%s of a run that ended badly is one failed, never none', (_, name) => {
  const file = name === '' ? report('{"numPassed') : join(folder, name);
  expect(jestCounts(file, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(playwrightCounts(file, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("Playwright's report: passing only when repeated counts as failed", () => {
  expect(playwrightCounts(report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } }), false)).toEqual({
    passed: 7,
    failed: 2,
    skipped: 2,
  });
});
