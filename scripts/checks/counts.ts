import { readFileSync, rmSync } from 'node:fs';

/** How many things were looked at and held, and how many did not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Tests that said why they could not run here. */
  readonly skipped: number;
}

/** One check that is not made of tests. */
export function countOf(ended: boolean): Counts {
  return { passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0 };
}

/** Reads a report and removes it; nothing if there is none, or it's broken off. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}

function numberAt(report: unknown, name: string): number {
  const value: unknown = Object(report)[name];
  return typeof value === 'number' ? value : 0;
}

/** A run that ended badly without naming a failed test counts as one that failed, so that nothing bad adds up to a good sum. */
function honest(counts: Counts, endedWell: boolean): Counts {
  return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** What Jest's `--json` report says. A file that could not be run at all counts as one failed test. */
export function jestCounts(file: string, endedWell: boolean): Counts {
  const report = readReport(file);
  const counts = {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests') + numberAt(report, 'numRuntimeErrorTestSuites'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
  return honest(counts, endedWell);
}

/** What Playwright's JSON report says. A test that passed only when repeated counts as failed. */
export function playwrightCounts(file: string, endedWell: boolean): Counts {
  const stats: unknown = Object(readReport(file)).stats;
  const counts = {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  };
  return honest(counts, endedWell);
}
