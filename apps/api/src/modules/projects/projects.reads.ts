import { Inject, Injectable } from '@nestjs/common';
import { ukDay } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listProjects, readProject } from '@pursestrings/contracts/projects';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { payeeInWords } from './payee-in-words.ts';

type ProjectPage = ResponseOf<typeof readProject>;
type Row = Omit<ProjectPage, 'project' | 'may'> & {
  project: Omit<ProjectPage['project'], 'payee'> & { payeeName: string; payeeKind: string };
};

/** What pages show of projects: one statement each. */
@Injectable()
export class ProjectsReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every project, those going on first, then the newest. What was only brought over from before is among them. */
  async all(actor: Actor): Promise<ResponseOf<typeof listProjects>> {
    const projects = await this.transactions.read(actor, (tx) =>
      tx.query<ResponseOf<typeof listProjects>['projects'][number]>(
        `SELECT ${briefColumns} FROM project p ${moneyOfProject} WHERE p.neighbourhood_id = $1
         ORDER BY p.state IN ('closed', 'cancelled'), p.agreed_on DESC, p.id DESC`,
        [actor.neighbourhoodId, this.today()],
      ),
    );
    return { projects };
  }

  /** The project with this address; null when there is none. */
  async one(actor: Actor, slug: string): Promise<ProjectPage | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<Row>(projectSql, [actor.neighbourhoodId, this.today(), slug, actor.personId]),
    );
    if (!row) return null;
    const { payeeName, payeeKind, ...project } = row.project;
    const isLeft = row.accounts.some(({ kind, balancePence }) => kind === 'promised' && balancePence > 0);
    const is = (...roles: readonly ('worker' | 'member' | 'chair' | 'treasurer')[]) => roles.some((role) => actor.roles.has(role));
    return {
      ...row,
      project: { ...project, payee: payeeInWords(payeeKind, payeeName) },
      may: [
        ...(is('worker', 'member', 'chair', 'treasurer') ? (['tell'] as const) : []),
        ...(isLeft && is('treasurer', 'chair') ? (['release'] as const) : []),
      ],
    };
  }

  private today(): string {
    return ukDay(this.clock.now()).toString();
  }
}

const moneyOfProject = `CROSS JOIN LATERAL (
    SELECT coalesce(sum(a.balance_pence) FILTER (WHERE a.kind IN ('promised', 'owed')), 0)::bigint AS promised,
      coalesce(sum(a.balance_pence) FILTER (WHERE a.kind = 'spent'), 0)::bigint AS spent
    FROM ledger.account a WHERE a.neighbourhood_id = $1 AND a.subject_id = p.id) m`;

const briefColumns = `p.slug, p.title, p.state, p.theme, m.promised AS "promisedPence", m.spent AS "spentPence", p.next_step AS "nextStep",
  p.next_by AS "nextBy", (p.next_by IS NOT NULL AND p.next_by < $2::date AND p.state NOT IN ('closed', 'cancelled')) AS "isLate"`;

const projectSql = `
  SELECT to_jsonb(s) AS project,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', d.slug, 'title', d.title, 'decidedOn', d.decided_on, 'amountPence', c.amount_pence) ORDER BY d.decided_on, d.id), '[]')
      FROM commitment c JOIN decision d ON d.neighbourhood_id = $1 AND d.id = c.decision_id WHERE c.neighbourhood_id = $1 AND c.project_id = s.id) AS decisions,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('words', u.words, 'onDay', u.on_day) ORDER BY u.on_day DESC, u.id DESC), '[]')
      FROM project_update u WHERE u.neighbourhood_id = $1 AND u.project_id = s.id) AS updates,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('number', y.number, 'paidOn', y.sent_on, 'purpose', y.public_purpose, 'amountPence', y.amount_pence,
        'refundedPence', y.refunded_pence, 'reversed', y.state = 'reversed') ORDER BY y.sent_on DESC, y.number DESC), '[]')
      FROM commitment c JOIN payment y ON y.neighbourhood_id = $1 AND y.commitment_id = c.id
      WHERE c.neighbourhood_id = $1 AND c.project_id = s.id AND y.published_at IS NOT NULL) AS payments,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'balancePence', a.balance_pence) ORDER BY a.kind, a.id), '[]')
      FROM ledger.account a WHERE a.neighbourhood_id = $1 AND a.subject_id = s.id AND a.kind IN ('promised', 'owed', 'spent') AND a.balance_pence <> 0) AS accounts
  FROM (SELECT p.id, ${briefColumns}, p.nature, p.summary, p.agreed_on AS "agreedOn", p.learnt, r.name AS "payeeName", r.kind AS "payeeKind",
      CASE WHEN q.published_at IS NOT NULL THEN q.slug END AS "proposalSlug",
      coalesce((SELECT sum(c.released_pence) FROM commitment c WHERE c.neighbourhood_id = $1 AND c.project_id = p.id), 0)::bigint AS "releasedPence",
      EXISTS (SELECT FROM follow f WHERE f.neighbourhood_id = $1 AND f.person_id = $4 AND f.subject_kind = 'project' AND f.subject_id = p.id) AS followed
    FROM project p JOIN recipient r ON r.neighbourhood_id = $1 AND r.id = p.recipient_id
    LEFT JOIN proposal q ON q.neighbourhood_id = $1 AND q.id = p.proposal_id ${moneyOfProject}
    WHERE p.neighbourhood_id = $1 AND p.slug = $3) s`;
