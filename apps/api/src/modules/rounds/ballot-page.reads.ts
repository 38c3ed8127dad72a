import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { readBallot } from '@pursestrings/contracts/ballots';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { RoundKeys } from '../ballots/index.ts';
import type { RoundRule } from './round-rule.ts';
import { stateByTheClock } from './rounds.reads.ts';

type Page = ResponseOf<typeof readBallot>;
type Row = Omit<Page, 'limits' | 'isOpen' | 'mayCastSignedIn' | 'signedIn' | 'demonstration'> & { rule: RoundRule };

/** What the ballot page shows. It looks at no vote. */
@Injectable()
export class BallotPageReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  /** The ballot with its projects in the order drawn from `order`, or as numbered without one; null for a round that is not announced. */
  async page(actor: Actor, slug: string, order: string | undefined): Promise<Page | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<Row>(
        `SELECT r.title, r.question, r.pot_pence AS "potPence", r.ballot_type AS "ballotType", r.rule, r.opens_at AS "opensAt", r.closes_at AS "closesAt",
           ${stateByTheClock} AS state,
           (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'title', p.title, 'summary', p.summary, 'costPence', p.cost_pence, 'proposalSlug', q.slug) ORDER BY p.position)
            FROM round_project p LEFT JOIN proposal q ON q.neighbourhood_id = p.neighbourhood_id AND q.id = p.proposal_id
            WHERE p.neighbourhood_id = r.neighbourhood_id AND p.round_id = r.id) AS projects
         FROM round r WHERE r.neighbourhood_id = $1 AND r.slug = $2 AND r.announced_at IS NOT NULL`,
        [actor.neighbourhoodId, slug],
      ),
    );
    if (!row) return null;
    const { rule, ...page } = row;
    const projects = order === undefined ? page.projects : inOrderOf(order, page.projects);
    return {
      ...page,
      projects,
      limits: rule.limits,
      isOpen: page.state === 'open',
      mayCastSignedIn: actor.personId !== null && actor.roles.has('verified_resident') && !actor.roles.has('platform_admin'),
      signedIn: actor.accountId !== null,
      demonstration: this.keys.mayHoldVotes(),
    };
  }
}

/** The same things in an order that depends on the seed and their codes alone. */
function inOrderOf<Thing extends { readonly code: string }>(seed: string, things: readonly Thing[]): Thing[] {
  const keyed = things.map((thing) => ({
    thing,
    key: createHash('sha256').update(`ballot-order/1\n${seed}\n${thing.code}`).digest('hex'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ thing }) => thing);
}
