import { pence, sumPence } from '@pursestrings/basics/money';
import type { GrantRecord, MovementRecord } from '@pursestrings/open-data/records';
import type { Tx } from '../../platform/database/transactions.ts';
import { payeeOf } from '../payments/index.ts';
import { isCharityNumber, type SpendOfProject } from './spending-records.ts';

interface GrantRow {
  readonly projectId: string;
  readonly title: string;
  readonly summary: string;
  readonly agreedOn: string;
  readonly theme: string;
  readonly payeeName: string;
  readonly payeeKind: string;
  readonly registrationNumber: string | null;
  readonly programmeSlug: string;
  readonly programmeName: string;
  readonly funder: string;
  readonly modifiedAt: string;
  readonly promises: readonly { readonly seq: number; readonly day: string; readonly pence: number; readonly takenBack: boolean }[];
}

/** 360Giving's codes for a person: development opportunity; general support. Nothing closer is known, nor may be told. */
const reasonOfPerson = 'GTIR110';
const purposeOfPerson = 'GTIP010';

/** The promises that are grants: to groups that are charities, and to people. What is bought, wages and help to homes are none. */
export async function grantRecords(tx: Tx, spending: readonly SpendOfProject[]): Promise<GrantRecord[]> {
  const rows = await tx.query<GrantRow>(grantsSql, [tx.actor.neighbourhoodId]);
  const grants = rows.filter(
    (row) => row.payeeKind === 'individual' || (row.payeeKind === 'organisation' && isCharityNumber(row.registrationNumber)),
  );
  return grants.map((row) => grantOf(row, spending));
}

function grantOf(row: GrantRow, spending: readonly SpendOfProject[]): GrantRecord {
  const promised: MovementRecord[] = row.promises.map((promise) => ({
    ledgerSeq: promise.seq,
    day: promise.day,
    amountPence: pence(promise.pence),
  }));
  const standing = row.promises.filter((promise) => promise.pence > 0 && !promise.takenBack);
  const mine = spending.filter(({ projectId }) => projectId === row.projectId);
  const payee = payeeOf({
    kind: row.payeeKind,
    name: row.payeeName,
    registrationNumber: row.registrationNumber,
    projectTitle: row.title,
    peopleCount: null,
  });
  return {
    projectId: row.projectId,
    title: row.title,
    description: row.summary === '' ? row.title : row.summary,
    awardedOn: row.agreedOn,
    amountAwardedPence: sumPence(standing.map((promise) => pence(promise.pence))),
    recipient:
      payee.kind === 'organisation'
        ? { kind: 'organisation', organisation: payee.organisation }
        : { kind: 'individual', primaryReason: reasonOfPerson, purpose: purposeOfPerson },
    funder: { identifier: `XM-PURSESTRINGS-${row.programmeSlug}`, name: row.funder, registration: null },
    programme: { code: row.programmeSlug, title: row.programmeName },
    theme: { code: row.theme.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title: row.theme },
    plannedFrom: row.agreedOn,
    plannedTo: null,
    promised,
    paid: mine.map(({ spend }) => ({ ledgerSeq: spend.ledgerSeq, day: spend.paidOn, amountPence: pence(spend.netPence + spend.vatPence) })),
    heldByParent: false,
    modifiedAt: row.modifiedAt,
  };
}

const grantsSql = `
  SELECT p.id AS "projectId", p.title, p.summary, p.agreed_on AS "agreedOn", coalesce(p.theme, p.title) AS theme, r.name AS "payeeName", r.kind AS "payeeKind",
    r.registration_number AS "registrationNumber", g.slug AS "programmeSlug", g.name AS "programmeName", g.funder,
    (SELECT to_char(max(e.recorded_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM ledger.entry e JOIN ledger.transfer t
       ON t.neighbourhood_id = $1 AND t.entry_seq = e.seq JOIN ledger.account a ON a.neighbourhood_id = $1 AND a.id IN (t.from_account, t.to_account)
     WHERE e.neighbourhood_id = $1 AND a.subject_id = p.id) AS "modifiedAt", m.promises
  FROM project p JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = p.recipient_id
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('seq', x.seq, 'day', x.day, 'pence', x.pence, 'takenBack', x.taken_back) ORDER BY x.seq) AS promises,
      (array_agg(x.award_id ORDER BY x.seq))[1] AS award_id
    FROM (SELECT e.seq, e.happened_on AS day, t.award_id,
        sum(CASE WHEN o.kind = 'promised' THEN t.amount_pence ELSE -t.amount_pence END)::bigint AS pence,
        (e.reverses IS NOT NULL OR EXISTS (SELECT FROM ledger.entry v WHERE v.neighbourhood_id = $1 AND v.reverses = e.id)) AS taken_back
      FROM ledger.transfer t JOIN ledger.entry e ON e.neighbourhood_id = $1 AND e.seq = t.entry_seq
      JOIN ledger.account f ON f.neighbourhood_id = $1 AND f.id = t.from_account JOIN ledger.account o ON o.neighbourhood_id = $1 AND o.id = t.to_account
      WHERE t.neighbourhood_id = $1 AND ((o.kind = 'promised' AND o.subject_id = p.id AND f.kind IN ('set_aside', 'unallocated'))
        OR (f.kind = 'promised' AND f.subject_id = p.id AND o.kind IN ('set_aside', 'unallocated')))
      GROUP BY e.seq, e.happened_on, t.award_id, e.id, e.reverses) x) m
  JOIN award w ON w.neighbourhood_id = $1 AND w.id = m.award_id JOIN programme g ON g.id = w.programme_id
  WHERE p.neighbourhood_id = $1 ORDER BY p.agreed_on, p.id`;
