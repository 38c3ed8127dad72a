import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../laptop/data-folder.ts';
import type { Counts } from './counts.ts';
import { countOf, jestCounts, playwrightCounts } from './counts.ts';

/** One part of the tests. */
export interface Part {
  readonly name: string;
  /** True if `npm run check` runs it too. */
  readonly quick: boolean;
  /** What must be there for the part to make sense; until it is, the part is skipped and says so. */
  readonly needs: string;
  run(): Promise<Counts>;
}

const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name);

interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program with its output going straight to the person. True if it ended well. */
function endsWell(run: Run): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(run.command, run.args, {
      cwd: run.cwd ?? ROOT,
      env: { ...process.env, FORCE_COLOR: '0', ...run.environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

/** A fresh place for a report. */
function reportFile(name: string): string {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  return join(ROOT, 'test-results', `${name}.json`);
}

function workspaces(): readonly string[] {
  const inside = ['apps', 'packages'].flatMap((group) => readdirSync(join(ROOT, group)).map((name) => join(group, name)));
  return [...inside, 'e2e', 'bench', 'scripts'].filter((folder) => existsSync(join(ROOT, folder, 'tsconfig.json')));
}

/** Checks the types of each workspace; one that has its own way (`types` in its package.json) goes that way. */
async function checkTypes(): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  for (const folder of workspaces()) {
    const file = join(ROOT, folder, 'package.json');
    const scripts: unknown = existsSync(file) ? Object(JSON.parse(readFileSync(file, 'utf8'))).scripts : undefined;
    const own = typeof Object(scripts).types === 'string';
    const well = own
      ? await endsWell({ command: 'npm', args: ['run', '--silent', 'types'], cwd: join(ROOT, folder) })
      : await endsWell({ command: bin('tsc'), args: ['-p', folder] });
    console.log(`${well ? '  right' : '  WRONG'}  ${folder}`);
    if (well) passed += 1;
    else failed += 1;
  }
  return { passed, failed, skipped: 0 };
}

function jest(project: string): () => Promise<Counts> {
  return async () => {
    const outputFile = reportFile(`jest-${project}`);
    const args = ['--selectProjects', project, '--json', `--outputFile=${outputFile}`, '--passWithNoTests', '--ci'];
    // The report goes to the file; `--json` also prints it, so the list of tests is what stderr shows.
    const options = { NODE_OPTIONS: '--experimental-vm-modules' };
    return jestCounts(outputFile, await endsWell({ command: bin('jest'), args, environment: options }));
  };
}

/** Who imports whom. The web imports a font that is made from a package; on a fresh clone it is made first, or it would seem to be missing. */
async function checkBoundaries(): Promise<Counts> {
  const makeFont = join(ROOT, 'apps', 'web', 'scripts', 'make-font.mjs');
  if (existsSync(makeFont)) await endsWell({ command: process.execPath, args: [makeFont], cwd: join(ROOT, 'apps', 'web') });
  return countOf(
    await endsWell({ command: bin('depcruise'), args: ['--config', '.dependency-cruiser.mjs', 'apps', 'packages', 'scripts'] }),
  );
}

async function browserTests(): Promise<Counts> {
  const outputFile = reportFile('playwright');
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: outputFile, CI: 'true' };
  const well = await endsWell({ command: bin('playwright'), args: ['test', '--reporter=list,json'], cwd: join(ROOT, 'e2e'), environment });
  return playwrightCounts(outputFile, well);
}

const oneCheck = (run: Run) => async (): Promise<Counts> => countOf(await endsWell(run));

const buildArgs = ['run', 'build', '--output-logs=errors-only', '--ui=stream', '--no-update-notifier'];

/** Everything that `npm test` runs, in this order: what is quick and tells most comes first. */
export const PARTS: readonly Part[] = [
  { name: 'types', quick: true, needs: 'packages', run: checkTypes },
  {
    name: 'lint',
    quick: true,
    needs: 'biome.json',
    run: oneCheck({ command: bin('biome'), args: ['check', '--error-on-warnings', '.'] }),
  },
  {
    name: 'boundaries',
    quick: true,
    needs: '.dependency-cruiser.mjs',
    run: checkBoundaries,
  },
  { name: 'unused', quick: true, needs: 'knip.json', run: oneCheck({ command: bin('knip'), args: ['--no-progress'] }) },
  { name: 'unit', quick: true, needs: 'packages', run: jest('unit') },
  {
    name: 'build',
    quick: false,
    needs: 'turbo.json',
    run: oneCheck({ command: bin('turbo'), args: buildArgs, environment: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' } }),
  },
  { name: 'launcher', quick: false, needs: 'scripts/laptop', run: jest('launcher') },
  // Contract and migration tests lie beside them and share their PostgreSQL.
  { name: 'integration', quick: false, needs: 'apps/api/test', run: jest('integration') },
  { name: 'killer', quick: false, needs: 'apps/api/test/killer', run: jest('killer') },
  { name: 'browser', quick: false, needs: 'e2e/playwright.config.ts', run: browserTests },
];
