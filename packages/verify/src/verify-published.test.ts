import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '@pursestrings/open-data/fixtures/ledger-builder';
import { syntheticPlace } from '@pursestrings/open-data/fixtures/synthetic-place';
import { syntheticRound } from '@pursestrings/open-data/fixtures/synthetic-round';
import { openDataFolder } from '@pursestrings/open-data/open-data-folder';
import { count } from '@pursestrings/voting-rules/count';
import { neighbourhoodRule } from '@pursestrings/voting-rules/rules';
import { inMemory, openPublished } from './published-folder.ts';
import { verificationInWords } from './verification-in-words.ts';
import { verifyPublished } from './verify-published.ts';

const data = syntheticPlace([syntheticRound()]);
const files: ReadonlyMap<string, Buffer> = new Map(openDataFolder(data, sha256).map(({ path, text }) => [path, Buffer.from(text)]));
/** The same without its vote, since counting again takes the most time. */
const withoutVote: ReadonlyMap<string, Buffer> = new Map(
  openDataFolder({ ...data, rounds: [] }, sha256).map(({ path, text }) => [path, Buffer.from(text)]),
);
const setWith = (path: string) => (path.startsWith('rounds/') ? files : withoutVote);

/** A small generator with a fixed seed, so that a failing change can be made again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

test('what was published as it should be passes, and says so in plain words', async () => {
  const verification = await verifyPublished(inMemory('kettlewick', files));
  expect(verification.findings).toEqual([]);
  expect(verification.rounds.recounted).toEqual(['spring-vote-k7m2qa']);
  expect(verificationInWords(verification)).toContain('Everything fits together.');
});

test('a count that left out how close each project came is counted again without it', async () => {
  const round = syntheticRound();
  if (round.result === null) throw new Error('The example has a result.');
  const quick = count(round.result.input, neighbourhoodRule, { skipCloseness: true });
  const published = openDataFolder({ ...data, rounds: [{ ...round, result: { ...round.result, document: quick } }] }, sha256);
  const folder = inMemory('kettlewick', new Map(published.map(({ path, text }) => [path, Buffer.from(text)])));
  expect((await verifyPublished(folder)).findings).toEqual([]);
});

test.each([...files.keys()])('one byte changed anywhere in %s is found and the file named', async (path) => {
  const next = seeded(path.length);
  for (let time = 0; time < 17; time += 1) {
    const bytes = Buffer.from(setWith(path).get(path) ?? []);
    const at = next(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << next(7));
    const { findings } = await verifyPublished(inMemory('changed', new Map(setWith(path)).set(path, bytes)));
    const named = path === 'manifest.json.sha256' ? 'manifest.json' : path;
    expect([path, at, findings.map((finding) => finding.file)]).toEqual([path, at, expect.arrayContaining([named])]);
  }
});

test.each([...files.keys()])('%s cut short, missing or added to is found', async (path) => {
  const bytes = setWith(path).get(path) ?? Buffer.from('');
  const missing = new Map(setWith(path));
  missing.delete(path);
  const changed = [
    missing,
    new Map(files).set(path, bytes.subarray(0, -1)),
    new Map(files).set(path, Buffer.concat([bytes, Buffer.from('\n')])),
  ];
  for (const version of changed) {
    const { findings } = await verifyPublished(inMemory('changed', version));
    expect([path, findings.length]).not.toEqual([path, 0]);
  }
});

test('a file that nobody listed is found', async () => {
  const { findings } = await verifyPublished(inMemory('changed', new Map(files).set('extra.csv', Buffer.from('a'))));
  expect(findings).toEqual([expect.objectContaining({ file: 'extra.csv' })]);
});

test('V6, A8: a hash that somebody kept shows that a whole ledger was written anew', async () => {
  const kept = data.ledger.entries[3]?.hash ?? '';
  expect((await verifyPublished(inMemory('same', files), { heads: [kept] })).findings).toEqual([]);
  const { findings } = await verifyPublished(inMemory('anew', files), { heads: ['ab'.repeat(32)] });
  expect(findings).toEqual([
    expect.objectContaining({ file: 'ledger/transfers.csv', field: 'hash', what: expect.stringContaining('written anew') }),
  ]);
});

describe('wherever it lies', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'published-'));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('in a folder', async () => {
    expect((await verifyPublished(openPublished(folder))).findings).toEqual([]);
    writeFileSync(join(folder, 'stray.txt'), 'a');
    expect((await verifyPublished(openPublished(folder))).findings).toEqual([expect.objectContaining({ file: 'stray.txt' })]);
    expect((await verifyPublished(openPublished(join(folder, 'ledger')))).findings[0]).toMatchObject({ file: 'manifest.json' });
  });

  test('at an address', async () => {
    const server = createServer((request, response) => {
      const bytes = files.get((request.url ?? '').replace('/open/kettlewick/', ''));
      response.writeHead(bytes ? 200 : 404).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/open/kettlewick`;
    const [whole, manifest, nowhere] = await Promise.all(
      [address, `${address}/manifest.json`, `${address}-not`].map((at) => verifyPublished(openPublished(at))),
    );
    await new Promise((resolve) => server.close(resolve));
    expect([whole?.findings, manifest?.findings]).toEqual([[], []]);
    expect(nowhere?.findings[0]).toMatchObject({ file: 'manifest.json', what: expect.stringContaining('is not there') });
  });
});
