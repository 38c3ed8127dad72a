import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve(import.meta.dirname, '../../../scripts/count.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'count-'));
const file = path.join(folder, 'street.pb');
const broken = path.join(folder, 'broken.pb');
const street =
  'META\nkey;value\nbudget;10.50\nvote_type;approval\ncurrency;GBP\nPROJECTS\nproject_id;cost;name\n2;6;Mural\n10;6;Paths\n3;4.25;Hedge\nVOTES\nvoter_id;vote\n1;2,10\n2;2,10\n3;3\n';

beforeAll(() => {
  writeFileSync(file, street);
  writeFileSync(broken, street.replace('3;3\n', '3;4\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('--json prints one line for each file and rule, ties by id as text', () => {
  const { status, stdout } = run(file, '--rule', 'greedy_by_score,mes_cost_add1_u', '--json');
  expect(status).toBe(0);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  const common = {
    file: 'street.pb',
    spent: 10.25,
    left: 0.25,
    budget: 10.5,
    ballots: 3,
    projects: 3,
    ties: 1,
    winners: ['10', '3'],
    seconds: expect.any(Number),
  };
  expect(lines).toEqual([
    { ...common, rule: 'greedy_by_score' },
    { ...common, rule: 'mes_cost_add1_u' },
  ]);
});

test('without --json it says why, in words', () => {
  const { status, stdout } = run(file, '--rule', 'mes_cost_add1_u');
  expect(status).toBe(0);
  expect(stdout).toContain('2 projects were chosen with £10.25 of £10.50; everybody who chose something got something.');
  expect(stdout).toContain('✓ 10  Paths  £6, 2 votes');
  expect(stdout).toContain('Tie at step 1: 10, 2 were exactly equal; 10 goes first in the tie order.');
});

test('mistakes end with a message and an exit code; other files are still counted', () => {
  const { status, stdout, stderr } = run(broken, file, '--json');
  expect(status).toBe(1);
  expect(stderr).toContain('Line 15, column 3: Project 4 is not listed.');
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(run(file, '--rule', 'fair')).toMatchObject({ status: 2, stderr: "There is no rule 'fair'. See --help.\n" });
  expect(run()).toMatchObject({ status: 2 });
  expect(run(file, '--colour')).toMatchObject({ status: 2 });
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
});
