import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { Transactions } from '../../platform/database/transactions.ts';
import { EventHandlers, type RecordedEvent } from '../../platform/events/handlers.ts';
import { programIn } from '../../platform/http/actor.ts';
import { startFollowing } from './follow.ts';

/** Whoever votes follows the round, so that they hear its result (L33). Never a project: nobody but the voter knows the choices. */
@Injectable()
export class OnVoteArrived implements OnModuleInit {
  constructor(
    @Inject(EventHandlers) private readonly handlers: EventHandlers,
    @Inject(Transactions) private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.handlers.on(['round.vote_arrived'], (event) => this.follow(event));
  }

  /** Hearing of it again changes nothing. Voters of an imported round are nobody and follow nothing. */
  async follow({ neighbourhoodId, subjectId, details }: RecordedEvent): Promise<void> {
    const { personId } = details;
    if (typeof personId !== 'string') return;
    await this.transactions.run(programIn(neighbourhoodId), async (tx) => {
      const known = await tx.one('SELECT 1 FROM person WHERE neighbourhood_id = $1 AND id = $2', [neighbourhoodId, personId]);
      if (known) await startFollowing(tx, personId, { kind: 'round', id: subjectId });
      return ok(undefined);
    });
  }
}
