import { generateKeyPairSync, sign } from 'node:crypto';
import { sha256 } from '@pursestrings/open-data/fixtures/ledger-builder';
import { syntheticPlace } from '@pursestrings/open-data/fixtures/synthetic-place';
import { syntheticRound } from '@pursestrings/open-data/fixtures/synthetic-round';
import { ledgerHash, ledgerLine } from '@pursestrings/open-data/ledger-line';
import { openDataFolder } from '@pursestrings/open-data/open-data-folder';
import type { LedgerEntryRecord } from '@pursestrings/open-data/records';
import { type BulletinRecord, batchText, bulletinHead } from '@pursestrings/open-data/round-files';
import { inMemory } from './published-folder.ts';
import { findingInWords } from './verification-in-words.ts';
import { verifyPublished } from './verify-published.ts';

const round = syntheticRound(60);
const place = syntheticPlace([round]);
const folder = 'rounds/spring-vote-k7m2qa';

type Texts = Map<string, string>;

/** Edits the published files themselves and makes manifest and sum fit again. */
async function findingsAfterEditing(edit: (texts: Texts) => void, data = place): Promise<readonly string[]> {
  const texts: Texts = new Map(openDataFolder(data, sha256).map(({ path, text }) => [path, text]));
  const manifest = JSON.parse(texts.get('manifest.json') ?? '');
  edit(texts);
  const listed = [...texts].filter(([path]) => !path.startsWith('manifest.json'));
  manifest.files = listed.map(([path, text]) => ({ path, sha256: sha256(text), bytes: Buffer.byteLength(text) }));
  texts.set('manifest.json', JSON.stringify(manifest));
  texts.set('manifest.json.sha256', `${sha256(JSON.stringify(manifest))}  manifest.json\n`);
  const { findings } = await verifyPublished(inMemory('edited', new Map([...texts].map(([path, text]) => [path, Buffer.from(text)]))));
  return findings.map(findingInWords);
}

const replaceIn = (path: string, from: string | RegExp, to: string) => (texts: Texts) => {
  const before = texts.get(path) ?? '';
  expect(before).toMatch(from);
  texts.set(path, before.replace(from, to));
};

test('a manifest made anew over honest files fits', async () => {
  expect(await findingsAfterEditing(() => undefined)).toEqual([]);
});

test('ballots in another order than sorted are found: the order could tell who voted when', async () => {
  const swap = (texts: Texts) => {
    const lines = (texts.get(`${folder}/ballots.pb`) ?? '').split('\n');
    // All sixty are alike: one in the middle is made to tick what sorts first, and left where it stands.
    const middle = lines.indexOf('VOTES') + 22;
    lines[middle] = `${lines[middle]?.split(';')[0]};benches`;
    texts.set(`${folder}/ballots.pb`, lines.join('\n'));
  };
  expect((await findingsAfterEditing(swap)).join('\n')).toMatch(/ballots\.pb, line \d+: is out of order/);
});

test('ballots taken away, so that nobody can count again, are missed', async () => {
  expect(await findingsAfterEditing((texts) => texts.delete(`${folder}/ballots.pb`))).toEqual([
    `${folder}/ballots.pb: is not there, so nobody can count again.`,
  ]);
});

test('P2: a person’s name in a grant is found', async () => {
  const named = replaceIn('grants/360giving.json', /"name": "An individual"/, '"name": "Shanice Webb"');
  expect((await findingsAfterEditing(named)).join('\n')).toMatch(
    /360giving\.json, grants\[2\], recipientIndividual: says more about a person/,
  );
});

test('a table of the result that says otherwise is found', async () => {
  expect((await findingsAfterEditing(replaceIn(`${folder}/result.csv`, ',No,', ',Yes,'))).join('\n')).toMatch(
    /result\.csv, line \d+, chosen/,
  );
});

test('an entry that follows nothing is found, though its own hash fits', async () => {
  const entries: LedgerEntryRecord[] = [];
  for (const entry of place.ledger.entries) {
    const prevHash = entry.seq === 6 ? 'ab'.repeat(32) : (entries.at(-1)?.hash ?? entry.prevHash);
    entries.push({ ...entry, prevHash, hash: ledgerHash(prevHash, ledgerLine(place.place.id, entry), sha256) });
  }
  const words = await findingsAfterEditing(() => undefined, { ...place, ledger: { ...place.ledger, entries } });
  expect(words).toEqual([expect.stringMatching(/transfers\.csv, line \d+, prev_hash: entry 6 does not follow/)]);
});

/** A bulletin over these batches, heads and signatures made as they should be. */
function bulletinOf(batches: readonly string[], key = generateKeyPairSync('ed25519')): BulletinRecord {
  const signingKey = key.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const entries: BulletinRecord['entries'][number][] = [];
  for (const [number, text] of ['start\n', ...batches].entries()) {
    const count = number === 0 ? 0 : text.split('\n').length - 1;
    const head = bulletinHead({ prevHead: entries.at(-1)?.head ?? '0'.repeat(64), fileSha256: sha256(text), count, number }, sha256);
    const signature = sign(null, Buffer.from(head, 'hex'), key.privateKey).toString('hex');
    entries.push({ number, text, count, head, signature });
  }
  return { signingKey, entries };
}

const receipts = Array.from({ length: 30 }, (_, index) => sha256(`receipt ${index}`));
const [first, second, third] = [batchText(receipts.slice(0, 12)), batchText(receipts.slice(12, 24)), batchText(receipts.slice(24))];

async function findingsOfBulletin(bulletin: BulletinRecord): Promise<string> {
  return (await findingsAfterEditing(() => undefined, { ...place, rounds: [{ ...round, bulletin }] })).join('\n');
}

test('a signed bulletin passes; one head signed by another key does not', async () => {
  const bulletin = bulletinOf([first, second, third]);
  expect(await findingsOfBulletin(bulletin)).toBe('');
  const entries = bulletinOf([first, second, third]).entries.map((entry, at) => (at === 2 ? entry : (bulletin.entries[at] ?? entry)));
  expect(await findingsOfBulletin({ ...bulletin, entries })).toMatch(
    /heads\.json, entries\[2\], signature: was not made with the signing key/,
  );
});

test.each([
  ['a receipt twice', [first, first, third], /entry-0002\.txt, line 1: stands twice/],
  [
    'receipts out of order',
    [first.split('\n').toReversed().join('\n').replace(/^\n/, '').concat('\n'), third],
    /entry-0001\.txt, line 2: is out of order/,
  ],
  ['a batch so small that it shows who voted', [third, first], /entry-0001\.txt: has fewer than 10 receipts/],
  ['a line that is no receipt', [first.replace(/.{64}/, 'Denise'), second], /entry-0001\.txt, line 1: is not a receipt/],
] as const)('%s is found', async (_what, batches, shows) => {
  expect(await findingsOfBulletin(bulletinOf(batches))).toMatch(shows);
});
