import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from './check-manifest.ts';
import type { Findings } from './finding.ts';
import { asText, field, items, type Json, jsonOf } from './json-file.ts';

const smallestBatch = 10;
/** What DER puts before the 32 bytes of an Ed25519 public key (RFC 8410). */
const ed25519Prefix = '302a300506032b6570032100';

interface Bulletin {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly headsFile: string;
}

/** Works out a vote's bulletin heads again from its files, where it has a bulletin: order, counts, receipts once each, signatures. */
export function checkBulletin(folder: string, files: ReadonlyMap<string, string>, findings: Findings): void {
  const headsFile = `${folder}/bulletin/heads.json`;
  if (!files.has(headsFile)) {
    const stray = [...files.keys()].find((path) => path.startsWith(`${folder}/bulletin/`));
    if (stray !== undefined) findings.add({ file: headsFile }, 'is not there');
    return;
  }
  const document = jsonOf(files, { file: headsFile, format: 'pursestrings-bulletin/1' }, findings);
  if (document === null) return;
  const entries = items(field(document, 'entries'));
  const seen = new Set<string>();
  let before = '0'.repeat(64);
  for (const [index, entry] of entries.entries()) {
    before = checkEntry({ folder, files, headsFile }, { index, entry, before, key: asText(field(document, 'signing_key')) }, findings);
    if (index > 0)
      checkReceipts(`${folder}/bulletin/${asText(field(entry, 'file'))}`, { files, seen, isLast: index === entries.length - 1 }, findings);
  }
  refuseStrays({ folder, files, headsFile }, entries, findings);
}

function checkEntry(bulletin: Bulletin, at: { index: number; entry: Json; before: string; key: string }, findings: Findings): string {
  const { entry, index } = at;
  const row = `entries[${index}]`;
  const head = asText(field(entry, 'head'));
  const note = (name: string, what: string) => findings.add({ file: bulletin.headsFile, row, field: name }, what);
  const text = bulletin.files.get(`${bulletin.folder}/bulletin/${asText(field(entry, 'file'))}`);
  const count = asText(field(entry, 'count'));
  if (field(entry, 'number') !== index) note('number', `should be ${index}`);
  if (text === undefined) note('file', 'names a file that is not there');
  else if (count !== String(index === 0 ? 0 : text.split('\n').length - 1)) note('count', 'is not the number of receipts in the file');
  const made = sha256(['pb-head/1', at.before, sha256(text ?? ''), count, asText(field(entry, 'number'))].join('\n'));
  if (text !== undefined && made !== head) note('head', 'does not follow from the entry before and the file');
  const signature = asText(field(entry, 'signature'));
  if (at.key !== '' && !isSigned(head, signature, at.key)) note('signature', 'was not made with the signing key');
  if (at.key === '' && signature !== '') note('signature', 'cannot be checked: no signing key is published');
  return head;
}

function isSigned(head: string, signature: string, key: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(key)) return false;
  const publicKey = createPublicKey({ key: Buffer.from(ed25519Prefix + key, 'hex'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(head, 'hex'), publicKey, Buffer.from(signature, 'hex'));
}

function checkReceipts(
  file: string,
  about: { files: ReadonlyMap<string, string>; seen: Set<string>; isLast: boolean },
  findings: Findings,
): void {
  const lines = (about.files.get(file) ?? '').split('\n');
  if (lines.pop() !== '') findings.add({ file, row: lines.length + 1 }, 'the last line is not ended');
  if (lines.length < smallestBatch && !about.isLast)
    findings.add({ file }, `has fewer than ${smallestBatch} receipts, so it could show when somebody voted`);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!/^[0-9a-f]{64}$/.test(line)) findings.add({ file, row: index + 1 }, 'is not a receipt');
    else if (about.seen.has(line)) findings.add({ file, row: index + 1 }, 'stands twice');
    else if (before !== undefined && before > line) findings.add({ file, row: index + 1 }, 'is out of order: receipts must stand sorted');
    about.seen.add(line);
  }
}

function refuseStrays({ folder, files, headsFile }: Bulletin, entries: readonly Json[], findings: Findings): void {
  const known = new Set([headsFile, ...entries.map((entry) => `${folder}/bulletin/${asText(field(entry, 'file'))}`)]);
  for (const path of files.keys())
    if (path.startsWith(`${folder}/bulletin/`) && !known.has(path)) findings.add({ file: path }, 'is in no entry of the bulletin');
}
