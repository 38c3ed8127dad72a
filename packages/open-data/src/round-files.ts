import type { Pence } from '@pursestrings/basics/money';
import type { CountDocument } from '@pursestrings/voting-rules/count-document';
import { writePb } from '@pursestrings/voting-rules/pb-file';
import type { CountInput } from '@pursestrings/voting-rules/round';
import { type OpenDataFile, unwritable } from './open-data-file.ts';

/** Below this many ballots only totals are published, so that nobody's choices can be guessed (V6). */
export const fewestBallotsToPublish = 30;

/** One batch of receipts on the bulletin. `head` and `signature` as made by the ballot box. */
export interface BulletinBatch {
  /** From 1. */
  readonly number: number;
  /** Receipt codes in hex, sorted. */
  readonly receipts: readonly string[];
  readonly head: string;
  readonly signature: string;
}

export interface BulletinRecord {
  /** Entry 0: what was fixed before voting opened. */
  readonly start: {
    readonly rulesHash: string;
    readonly pricesHash: string;
    readonly rollCount: number;
    readonly publicKey: string;
    readonly signingKey: string;
    readonly head: string;
    readonly signature: string;
  };
  readonly batches: readonly BulletinBatch[];
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

/** The files of one round, under `rounds/<slug>/`. Ballots are left out where there are fewer than 30. */
export function roundFiles(round: RoundRecord): readonly OpenDataFile[] {
  if (!/^[a-z0-9-]+$/.test(round.slug)) throw unwritable(`rounds/${round.slug}`);
  const folder = `rounds/${round.slug}`;
  const files: OpenDataFile[] = [{ path: `${folder}/round.json`, text: roundJson(round) }];
  if (round.result) {
    files.push({ path: `${folder}/result.json`, text: `${JSON.stringify(round.result.document, null, 1)}\n` });
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
  const { start, batches } = bulletin;
  const heads = {
    format: 'pursestrings-bulletin/1',
    start: {
      rules_hash: start.rulesHash,
      prices_hash: start.pricesHash,
      roll_count: start.rollCount,
      public_key: start.publicKey,
      signing_key: start.signingKey,
      head: start.head,
      signature: start.signature,
    },
    batches: batches.map(({ number, receipts, head, signature }) => ({
      number,
      file: batchName(number),
      count: receipts.length,
      head,
      signature,
    })),
  };
  return [
    { path: `${folder}/bulletin/heads.json`, text: `${JSON.stringify(heads, null, 1)}\n` },
    ...batches.map((batch) => ({ path: `${folder}/bulletin/${batchName(batch.number)}`, text: batchText(batch.receipts) })),
  ];
}

/** A batch file: receipts sorted, one a line, each line ended. */
export function batchText(receipts: readonly string[]): string {
  return receipts
    .toSorted()
    .map((receipt) => `${receipt}\n`)
    .join('');
}

function batchName(number: number): string {
  return `batch-${String(number).padStart(4, '0')}.txt`;
}
