import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** One measured figure. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it must not pass, if there is such a thing; beside it in print, and a run that passes it fails. */
  readonly limit?: number;
  readonly note?: string;
}

/** Prints figures, keeps them as `results/<name>.json` with the kind of machine, and sets the exit code when a limit is passed. */
export function report(name: string, figures: readonly Figure[]): void {
  for (const { what, value, unit, limit, note } of figures) {
    const most = limit === undefined ? '' : ` (limit ${limit.toLocaleString('en-GB')})`;
    process.stdout.write(`${what.padEnd(52)} ${written(value).padStart(10)} ${unit}${most}${note ? `  ${note}` : ''}\n`);
  }
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    system: `${process.platform}-${process.arch}`,
    node: process.version,
  };
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, figures }, null, 2)}\n`,
  );
  for (const { what, value, limit } of figures) {
    if (limit === undefined || value <= limit) continue;
    process.stderr.write(`Over the limit: ${what}.\n`);
    process.exitCode = 1;
  }
}

function written(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : 1 });
}

/** The value that half, or `part`, of the list does not pass. */
export function quantile(list: readonly number[], part = 0.5): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
