import { RoundKeys } from '../../src/modules/ballots/index.ts';
import { receiptCode } from '../../src/modules/ballots/receipt-code.ts';
import { LedgerChecks } from '../../src/modules/ledger/index.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import type { Clients } from './clients.ts';
import { askAdmin } from './installation.ts';
import { bankPence, type Stage } from './stage.ts';

interface LinkRow {
  readonly voter_ref: Buffer;
  readonly version: number;
  readonly receipt: Buffer;
  readonly form_key: string;
}

/**
 * Compares what the clients were told with what lies in the database: nothing acknowledged is missing, nothing is there twice or unasked,
 * the chain and the balances are what their rows add up to. Returns every fault in words; none is good.
 */
export async function findFaults(stage: Stage, clients: Clients): Promise<readonly string[]> {
  return [
    ...(await ballotFaults(stage)),
    ...(await paymentFaults(stage, clients)),
    ...(await ledgerFaults(stage, clients)),
    ...(await eventFaults(stage)),
  ];
}

const some = (list: readonly unknown[]): string => `${list.length}, the first: ${String(list[0])}`;

async function ballotFaults({ world, round, scene }: Stage): Promise<string[]> {
  const faults: string[] = [];
  const links = await askAdmin<LinkRow>(
    world.db.adminUrl,
    'SELECT voter_ref, version, receipt, form_key FROM vote.link WHERE round_id = $1 ORDER BY voter_ref, version',
    [round.id],
  );
  const byForm = new Map(links.map((link) => [link.form_key, link]));
  const told = scene.voters.flatMap(({ casts }) => casts);
  const lost = told.filter(({ formId }) => !byForm.has(formId));
  if (lost.length > 0) faults.push(`acknowledged ballots lost: ${some(lost.map(({ formId }) => formId))}`);
  const wrong = told.filter(
    ({ formId, receipt }) => byForm.has(formId) && receiptCode(byForm.get(formId)?.receipt ?? Buffer.alloc(32)) !== receipt,
  );
  if (wrong.length > 0) faults.push(`receipts that are not those of their ballots: ${some(wrong.map(({ formId }) => formId))}`);
  const forms = new Set(told.map(({ formId }) => formId));
  const unasked = links.filter(({ form_key }) => !forms.has(form_key));
  if (unasked.length > 0) faults.push(`ballots that nobody was told of: ${some(unasked.map(({ form_key }) => form_key))}`);
  if (byForm.size !== links.length) faults.push('a form has more than one ballot');
  const keys = world.app.get(RoundKeys);
  for (const { person, casts } of scene.voters) {
    const { ref } = keys.pseudonym(round.id, person.id);
    const own = links.filter(({ voter_ref }) => voter_ref.equals(ref));
    if (own.at(-1)?.form_key !== casts.at(-1)?.formId) faults.push(`the last ballot of ${person.id} is not the one that counts`);
    if (own.some(({ version }, at) => version !== at + 1)) faults.push(`the versions of ${person.id} have a gap`);
  }
  const [count] = await askAdmin<{ marked: number; versions: number; envelopes: number }>(
    world.db.adminUrl,
    `SELECT count(*) FILTER (WHERE state = 'cast')::int AS marked, coalesce(sum(versions), 0)::int AS versions,
       (SELECT count(*)::int FROM vote.envelope e JOIN vote.link l USING (neighbourhood_id, round_id, receipt) WHERE e.round_id = $1) AS envelopes
     FROM vote.roll WHERE round_id = $1`,
    [round.id],
  );
  const standing = new Set(links.map(({ voter_ref }) => voter_ref.toString('hex'))).size;
  if (count?.marked !== standing) faults.push(`${count?.marked} names marked and ${standing} ballots standing`);
  if (count?.versions !== links.length || count.envelopes !== links.length)
    faults.push(`${count?.versions} versions on the list, ${links.length} links, ${count?.envelopes} envelopes`);
  return faults;
}

async function paymentFaults({ world, place }: Stage, clients: Clients): Promise<string[]> {
  const faults: string[] = [];
  const rows = await askAdmin<{ number: number; state: string; pence: number; entries: number }>(
    world.db.adminUrl,
    `SELECT y.number, y.state, y.amount_pence::int AS pence,
       (SELECT count(*)::int FROM ledger.entry e WHERE e.neighbourhood_id = y.neighbourhood_id AND e.payment_id = y.id) AS entries
     FROM payment y WHERE y.neighbourhood_id = $1 ORDER BY y.number`,
    [place.id],
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const lost = clients.payments.filter(({ number }) => byNumber.get(number)?.state !== 'sent' || byNumber.get(number)?.entries !== 1);
  if (lost.length > 0) faults.push(`acknowledged payments that are not sent once: ${some(lost.map(({ number }) => number))}`);
  const changed = clients.payments.filter(({ number, amountPence }) => byNumber.has(number) && byNumber.get(number)?.pence !== amountPence);
  if (changed.length > 0) faults.push(`payments of another sum: ${some(changed.map(({ number }) => number))}`);
  if (new Set(clients.payments.map(({ number }) => number)).size !== clients.payments.length)
    faults.push('two payments were told the same number');
  if (rows.length !== clients.payments.length)
    faults.push(`${rows.length} payments are there, ${clients.payments.length} were acknowledged`);
  return faults;
}

async function ledgerFaults({ world, place, purse }: Stage, clients: Clients): Promise<string[]> {
  const { firstFault } = await world.app.get(Transactions).read(programIn(place.id), (tx) => world.app.get(LedgerChecks).check(tx));
  const faults = firstFault === null ? [] : [`the ledger does not verify: ${firstFault}`];
  const [bank] = await askAdmin<{ pence: number }>(
    world.db.adminUrl,
    'SELECT balance_pence::int AS pence FROM ledger.account WHERE id = $1',
    [purse.bank],
  );
  const left = bankPence - clients.payments.reduce((sum, { amountPence }) => sum + amountPence, 0);
  if (bank?.pence !== left) faults.push(`${bank?.pence} pence in the bank, ${left} by what was acknowledged`);
  return faults;
}

/** One event for each change: letters are sent by them. */
async function eventFaults({ world, place, scene }: Stage): Promise<string[]> {
  const rows = await askAdmin<{ type: string; events: number; subjects: number }>(
    world.db.adminUrl,
    `SELECT type, count(*)::int AS events, count(DISTINCT CASE WHEN type = 'round.vote_arrived' THEN details->>'personId' ELSE subject_id::text END)::int AS subjects
     FROM event WHERE neighbourhood_id = $1 AND type IN ('payment.requested', 'payment.approved', 'payment.sent', 'round.vote_arrived') GROUP BY type`,
    [place.id],
  );
  const faults = rows
    .filter(({ events, subjects }) => events !== subjects)
    .map(({ type, events, subjects }) => `${events} events ${type} about ${subjects} things`);
  const voted = scene.voters.filter(({ casts }) => casts.length > 0).length;
  const arrived = rows.find(({ type }) => type === 'round.vote_arrived')?.events ?? 0;
  if (arrived !== voted) faults.push(`${arrived} events of a first ballot, ${voted} voters`);
  return faults;
}
