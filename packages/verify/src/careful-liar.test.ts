import { sha256, uuidOf } from '@pursestrings/open-data/fixtures/ledger-builder';
import { syntheticPlace } from '@pursestrings/open-data/fixtures/synthetic-place';
import { syntheticRound } from '@pursestrings/open-data/fixtures/synthetic-round';
import { firstPrevHash, ledgerHash, ledgerLine } from '@pursestrings/open-data/ledger-line';
import { type OpenData, openDataFolder } from '@pursestrings/open-data/open-data-folder';
import { inMemory } from './published-folder.ts';
import { findingInWords } from './verification-in-words.ts';
import { verifyPublished } from './verify-published.ts';

/** The records as a liar sees them: anything can be overwritten before the files and a new, fitting manifest are written. */
// biome-ignore lint/suspicious/noExplicitAny: a liar keeps to no type
type Loose = any;

const honest = syntheticPlace([syntheticRound()]);
const roundsBefore = JSON.stringify(honest.rounds);

async function findingsAfter(lie: (data: Loose) => void): Promise<readonly string[]> {
  const data = structuredClone(honest) as Loose;
  lie(data);
  // Counting again takes the most time: it is done only where the vote was touched.
  if (JSON.stringify(data.rounds) === roundsBefore) data.rounds = [];
  const files = openDataFolder(data as OpenData, sha256).map(({ path, text }) => [path, Buffer.from(text)] as const);
  const { findings } = await verifyPublished(inMemory('lie', new Map(files)));
  return findings.map(findingInWords);
}

/** Makes the chain fit again after rows were changed. */
function rehash(data: Loose): void {
  let prevHash = firstPrevHash;
  for (const entry of data.ledger.entries) {
    entry.prevHash = prevHash;
    entry.hash = ledgerHash(prevHash, ledgerLine(data.place.id, entry), sha256);
    prevHash = entry.hash;
  }
}

const entryOf = (data: Loose, kind: string) => data.ledger.entries.find((entry: Loose) => entry.kind === kind);

/** What a careful liar does, and the place where it must show. The chain is made anew where that would hide it. */
const lies: readonly (readonly [what: string, shows: RegExp, lie: (data: Loose) => void])[] = [
  [
    'a payment made smaller, balances left',
    /accounts\.csv, line \d+, balance_pence: says/,
    (data) => {
      for (const transfer of entryOf(data, 'paid').transfers) transfer.amountPence -= 1;
      rehash(data);
    },
  ],
  [
    'a payment left out of the list',
    /transfers\.csv, line \d+, seq: the payment in entry \d+ is published nowhere/,
    (data) => data.spending.splice(1, 1),
  ],
  [
    'a payment told smaller',
    /transparency-code\.csv, line 2, Net Amount: comes to/,
    (data) => {
      data.spending[0].netPence -= 100;
    },
  ],
  [
    'a payment told on another day',
    /transparency-code\.csv, line \d+, Date: is not the day/,
    (data) => {
      data.spending[0].paidOn = '2026-06-03';
    },
  ],
  [
    'a promise without its decision',
    /transfers\.csv, line \d+, decision: entry 5 promises £9,600\.00 without a decision/,
    (data) => {
      entryOf(data, 'promised').decisionId = null;
      rehash(data);
    },
  ],
  [
    'a decision that was lost',
    /decisions\.csv, line 2, outcome: entry 5 promises money on it, but it was not carried/,
    (data) => {
      data.decisions[0].outcome = 'lost';
    },
  ],
  [
    'a decision for less than was promised',
    /decisions\.csv, line 2, sum: the ledger promises £9,600\.00/,
    (data) => {
      data.decisions[0].sumPence = 900_000;
    },
  ],
  [
    'a decision left out',
    /transfers\.csv, line \d+, decision: entry 5 names a decision that is not published/,
    (data) => data.decisions.shift(),
  ],
  [
    'money from an account that has none',
    /transfers\.csv, line 7, pence: takes the account below zero/,
    (data) => {
      entryOf(data, 'promised').transfers[0].amountPence = 9_000_000;
      rehash(data);
    },
  ],
  [
    'money moved between the books',
    /transfers\.csv, line \d+, to: lies in another book/,
    (data) => {
      entryOf(data, 'paid').transfers[0].toAccount = data.ledger.accounts.find((account: Loose) => account.kind === 'bank').id;
      rehash(data);
    },
  ],
  [
    'a taking back of another sum',
    /reverses: does not give back exactly/,
    (data) => {
      entryOf(data, 'reversed').transfers[0].amountPence = 1;
      rehash(data);
    },
  ],
  ['an entry left out', /transfers\.csv, line \d+, seq: should be/, (data) => data.ledger.entries.splice(5, 1)],
  [
    'a grant made larger',
    /360giving\.json, grants\[0\], amountAwarded: is £9,600\.01/,
    (data) => {
      data.grants[0].amountAwardedPence += 1;
    },
  ],
  ['a payment left out of a grant', /360giving\.json, grants\[0\], amountDisbursed/, (data) => data.grants[0].paid.pop()],
  [
    'a pot made larger',
    /round\.json, pot_pence: is not the pot/,
    (data) => {
      data.rounds[0].potPence += 100;
    },
  ],
  ['ballots left out', /result\.json, inputs\.sha256|result\.json/, (data) => data.rounds[0].result.input.ballots.pop()],
  [
    'another project chosen',
    /result\.json, chosen\[0\]: is not what counting/,
    (data) => {
      data.rounds[0].result.document.chosen[0] = 'skate';
    },
  ],
  [
    'one receipt exchanged',
    /bulletin\/heads\.json, entries\[1\], head: does not follow/,
    (data) => {
      const entry = data.rounds[0].bulletin.entries[1];
      entry.text = entry.text.replace(/.{64}/, 'ff'.repeat(32));
    },
  ],
];

test.each(lies)('%s is found, with its place, though the manifest fits', async (_what, shows, lie) => {
  expect((await findingsAfter(lie)).join('\n')).toMatch(shows);
});

/** A field of the records that someone could change, and which file must be named for it. */
interface Field {
  readonly owner: Loose;
  readonly key: string;
  readonly file: RegExp;
}

/** Every field that something else must agree with. Words that stand in one file only (a purpose, a label) are guarded by the manifest alone. */
function fieldsOf(data: Loose): readonly Field[] {
  const of = (owners: readonly Loose[], keys: readonly string[], file: RegExp) =>
    owners.flatMap((owner) => keys.map((key) => ({ owner, key, file })));
  const entryKeys = [
    'seq',
    'id',
    'kind',
    'happenedOn',
    'recordedAt',
    'reverses',
    'decisionId',
    'paymentId',
    'postedBy',
    'memoCommitment',
    'prevHash',
    'hash',
  ];
  const ledger = /^ledger\//;
  return [
    ...of(data.ledger.entries, entryKeys, ledger),
    ...of(
      data.ledger.entries.map((entry: Loose) => entry.memo).filter((memo: Loose) => memo?.state === 'shown'),
      ['text', 'salt'],
      ledger,
    ),
    ...of(
      data.ledger.entries.flatMap((entry: Loose) => entry.transfers),
      ['line', 'fromAccount', 'toAccount', 'amountPence'],
      ledger,
    ),
    ...of(data.ledger.accounts, ['id', 'book', 'kind', 'balancePence', 'minPence'], ledger),
    ...of(data.spending, ['ledgerSeq', 'paidOn', 'netPence', 'vatPence'], /^payments\/transparency/),
    ...of(data.notYetMatched, ['ledgerSeq', 'amountPence'], /^payments\/not-yet/),
    ...of(data.grants, ['projectId', 'amountAwardedPence'], /^grants\//),
    ...of(
      data.grants.flatMap((grant: Loose) => [...grant.promised, ...grant.paid]),
      ['ledgerSeq', 'day', 'amountPence'],
      /^grants\//,
    ),
    ...of(data.decisions, ['id', 'outcome', 'projectId'], /^(decisions\/|ledger\/transfers)/),
    ...of(data.rounds, ['potPence', 'ballotsCounted'], /^rounds\//),
    ...of(data.rounds[0].result.document.projects, ['votes', 'cost', 'chosen', 'supportersStillHad'], /^rounds\/.*result/),
    ...of(data.rounds[0].result.document.steps, ['cost', 'votes', 'leftInPot'], /^rounds\/.*result/),
    ...of(data.rounds[0].bulletin.entries, ['number', 'count', 'head'], /^rounds\/.*bulletin/),
  ];
}

/** Another value of the same kind. */
function other(value: unknown, key: string): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return key === 'supportersStillHad' || key === 'minPence' ? 7 : uuidOf('other');
  if (key === 'outcome') return 'deferred';
  if (key === 'recordedAt') return '2020-01-01T00:00:00.000000Z';
  if (/On$|^day$/.test(key)) return '2020-02-03';
  const text = String(value);
  return /^[0-9a-f-]{16,}$/.test(text) ? (text.startsWith('0') ? '1' : '0') + text.slice(1) : `${text}x`;
}

test('300 random changes of single fields, each with a fitting manifest, are all found in the right file', async () => {
  let state = 20_261_124;
  for (let time = 0; time < 300; time += 1) {
    let changed = '';
    let file = /^/;
    const words = await findingsAfter((data) => {
      const fields = fieldsOf(data);
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const field = fields[(state >>> 8) % fields.length] as Field;
      const before = field.owner[field.key];
      field.owner[field.key] = other(before, field.key);
      changed = `${field.key}: ${before} became ${field.owner[field.key]}`;
      file = field.file;
    });
    expect([changed, words.some((finding) => file.test(finding)) || words]).toEqual([changed, true]);
  }
}, 120_000);
