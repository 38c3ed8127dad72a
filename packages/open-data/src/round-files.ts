import { decimalPounds, type Pence, pence } from '@pursestrings/basics/money';
import type { CountDocument, ProjectAnswer } from '@pursestrings/voting-rules/count-document';
import { writePb } from '@pursestrings/voting-rules/pb-file';
import type { CountInput } from '@pursestrings/voting-rules/round';
import { type Column, writeCsv } from './csv.ts';
import type { Sha256 } from './ledger-line.ts';
import { type OpenDataFile, unwritable } from './open-data-file.ts';

/** Below this many ballots only totals are published, so that nobody's choices can be guessed (V6). */
export const fewestBallotsToPublish = 30;

/** One file of the bulletin: entry 0 says what was fixed before voting opened, the others are batches of receipts. */
export interface BulletinEntry {
  readonly number: number;
  /** The file, byte for byte as its head was made over it; a batch is `batchText` of its receipts. */
  readonly text: string;
  /** Receipts in a batch; 0 for entry 0. */
  readonly count: number;
  /** `bulletinHead`, hex. */
  readonly head: string;
  /** Ed25519 over the head's 32 bytes, hex. */
  readonly signature: string | null;
}

export interface BulletinRecord {
  /** The raw Ed25519 public key that the heads are signed with, hex. */
  readonly signingKey: string | null;
  readonly entries: readonly BulletinEntry[];
}

/** A published round. `input` and `document` are those of the count that the vote checkers confirmed. */
export interface RoundRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: 'published' | 'cancelled';
  readonly openedAt: string;
  readonly closedAt: string;
  readonly potPence: Pence;
  /** Roll rows that voted, by any channel; papers are part of it. */
  readonly ballotsCounted: number;
  readonly papersRejected: number;
  readonly result: { readonly input: CountInput; readonly document: CountDocument } | null;
  readonly bulletin: BulletinRecord | null;
}

/** A result as a table, for spreadsheets: every project, most votes first. Sums of the count are pence. */
export const resultColumns: readonly Column<ProjectAnswer>[] = [
  { heading: 'project', meaning: 'Id of the project, as in the ballots.', cell: (project) => project.projectId },
  { heading: 'name', meaning: 'Its name.', cell: (project) => project.name },
  { heading: 'cost', meaning: 'What it costs, pounds.', cell: (project) => decimalPounds(pence(project.cost)) },
  { heading: 'votes', meaning: 'How many voters chose it.', cell: (project) => project.votes },
  { heading: 'chosen', meaning: 'Yes, or No for not this time.', cell: (project) => (project.chosen ? 'Yes' : 'No') },
  { heading: 'reason', meaning: 'Why not, in a word of the count.', cell: (project) => project.reason },
];

/** The files of one round, under `rounds/<slug>/`. Ballots are left out where there are fewer than 30. */
export function roundFiles(round: RoundRecord): readonly OpenDataFile[] {
  if (!/^[a-z0-9-]+$/.test(round.slug)) throw unwritable(`rounds/${round.slug}`);
  const folder = `rounds/${round.slug}`;
  const files: OpenDataFile[] = [{ path: `${folder}/round.json`, text: roundJson(round) }];
  if (round.result) {
    files.push({ path: `${folder}/result.json`, text: `${JSON.stringify(round.result.document, null, 1)}\n` });
    files.push({ path: `${folder}/result.csv`, text: writeCsv(resultColumns, round.result.document.projects) });
    if (ballotsArePublished(round)) files.push({ path: `${folder}/ballots.pb`, text: writePb(round.result.input) });
  }
  if (round.bulletin) files.push(...bulletinFiles(folder, round.bulletin));
  return files;
}

function ballotsArePublished(round: RoundRecord): boolean {
  return round.result !== null && round.result.document.inputs.ballots >= fewestBallotsToPublish;
}

function roundJson(round: RoundRecord): string {
  const document = {
    format: 'pursestrings-round/1',
    round: round.id,
    title: round.title,
    state: round.state,
    opened_at: round.openedAt,
    closed_at: round.closedAt,
    pot_pence: round.potPence,
    ballots_counted: round.ballotsCounted,
    papers_rejected: round.papersRejected,
    ballots_published: ballotsArePublished(round),
    why_not:
      round.result && !ballotsArePublished(round)
        ? 'Fewer than 30 people voted. Two vote checkers counted again; the public cannot.'
        : null,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function bulletinFiles(folder: string, bulletin: BulletinRecord): readonly OpenDataFile[] {
  const entries = bulletin.entries.map(({ number, count, head, signature }) => ({
    number,
    file: entryName(number),
    count,
    head,
    signature,
  }));
  const heads = { format: 'pursestrings-bulletin/1', signing_key: bulletin.signingKey, entries };
  return [
    { path: `${folder}/bulletin/heads.json`, text: `${JSON.stringify(heads, null, 1)}\n` },
    ...bulletin.entries.map((entry) => ({ path: `${folder}/bulletin/${entryName(entry.number)}`, text: entry.text })),
  ];
}

/** A batch file: receipts sorted, one a line, each line ended. */
export function batchText(receipts: readonly string[]): string {
  return receipts
    .toSorted()
    .map((receipt) => `${receipt}\n`)
    .join('');
}

function entryName(number: number): string {
  return `entry-${String(number).padStart(4, '0')}.txt`;
}

/** What one head is made over. `prevHead` is 64 zeros for entry 0; hashes are lower-case hex. */
export interface HeadParts {
  readonly prevHead: string;
  readonly fileSha256: string;
  readonly count: number;
  readonly number: number;
}

/** The bulletin's head after an entry: SHA-256 over five lines without a final newline, so that `printf` and `sha256sum` can check it. */
export function bulletinHead(parts: HeadParts, sha256: Sha256): string {
  return sha256(['pb-head/1', parts.prevHead, parts.fileSha256, parts.count, parts.number].join('\n'));
}
