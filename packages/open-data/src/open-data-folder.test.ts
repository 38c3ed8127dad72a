import { sha256 } from './fixtures/ledger-builder.ts';
import { syntheticPlace } from './fixtures/synthetic-place.ts';
import { openDataFolder } from './open-data-folder.ts';

const files = openDataFolder(syntheticPlace(), sha256);
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';

test('the folder has its layout, the manifest and its sum last', () => {
  expect(files.map((file) => file.path)).toEqual([
    'ledger/accounts.csv',
    'ledger/transfers.csv',
    'ledger/ledger.json',
    'payments/transparency-code.csv',
    'payments/not-yet-matched.csv',
    'grants/360giving.json',
    'decisions/decisions.csv',
    'decisions/decisions.json',
    'manifest.json',
    'manifest.json.sha256',
  ]);
});

test('the manifest has the hash and size in bytes of every other file, the licence and the meaning of each column', () => {
  const manifest = JSON.parse(textOf('manifest.json'));
  expect(manifest.files).toEqual(
    files.slice(0, -2).map(({ path, text }) => ({ path, sha256: sha256(text), bytes: Buffer.byteLength(text) })),
  );
  expect(manifest.licence.name).toBe('CC BY 4.0');
  for (const path of files.map((file) => file.path).filter((name) => name.endsWith('.csv'))) {
    const headings = textOf(path).split('\n')[0]?.split(',');
    expect([path, Object.keys(manifest.dictionary[path].columns)]).toEqual([path, headings]);
  }
});

test('the same records give the same bytes', () => {
  expect(openDataFolder(syntheticPlace(), sha256)).toEqual(files);
});

test('P1: a blanked note shows neither its words nor its salt, and keeps its place in the chain', () => {
  const blanked = JSON.parse(textOf('ledger/ledger.json')).entries.filter(
    (entry: { memo: unknown; memo_commitment: unknown }) => entry.memo === null && entry.memo_commitment !== null,
  );
  expect(blanked).toHaveLength(1);
  expect(blanked[0]).toMatchObject({ memo_salt: null, memo_commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
