import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { listIdeas, sendIdea, sortIdea } from '@pursestrings/contracts/ideas';
import { listToLookAt, lookAtComment, moveProposal, readToLookAt } from '@pursestrings/contracts/look';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { Ideas } from './ideas.ts';
import { MoveProposal } from './move-proposal.ts';
import { PrivateProposalsReads } from './private-proposals.reads.ts';
import { Talk } from './talk.ts';

/** Ideas from anyone, and what the partnership looks at before it is public. */
@Controller()
export class LookController {
  constructor(
    @Inject(Ideas) private readonly ideas: Ideas,
    @Inject(MoveProposal) private readonly move: MoveProposal,
    @Inject(Talk) private readonly talk: Talk,
    @Inject(PrivateProposalsReads) private readonly reads: PrivateProposalsReads,
  ) {}

  @Serves(sendIdea)
  async sendIdea(@TheAsked() { actor, body }: Asked<typeof sendIdea>): Answers<typeof sendIdea> {
    return await this.ideas.send(actor, body.words);
  }

  @Serves(listIdeas)
  async listIdeas(@TheAsked() { actor, query }: Asked<typeof listIdeas>): Answers<typeof listIdeas> {
    return ok(await this.reads.ideas(actor, query?.page ?? 1));
  }

  @Serves(sortIdea)
  async sortIdea(@TheAsked() { actor, params, body }: Asked<typeof sortIdea>): Answers<typeof sortIdea> {
    return await this.ideas.sort(actor, { id: params.id, to: body.to });
  }

  @Serves(listToLookAt)
  async toLookAt(@TheAsked() { actor }: Asked<typeof listToLookAt>): Answers<typeof listToLookAt> {
    return ok(await this.reads.toLookAt(actor));
  }

  @Serves(readToLookAt)
  async oneToLookAt(@TheAsked() { actor, params }: Asked<typeof readToLookAt>): Answers<typeof readToLookAt> {
    const proposal = await this.reads.oneToLookAt(actor, params.id);
    return proposal ? ok({ proposal }) : problem({ code: 'proposal-not-found' });
  }

  @Serves(moveProposal)
  async moveProposal(@TheAsked() { actor, params, body }: Asked<typeof moveProposal>): Answers<typeof moveProposal> {
    const { move, reason, nextStep, nextBy, cost } = body;
    return await this.move.run(actor, { id: params.id, move, reason, nextStep, nextBy, cost });
  }

  @Serves(lookAtComment)
  async lookAtComment(@TheAsked() { actor, params, body }: Asked<typeof lookAtComment>): Answers<typeof lookAtComment> {
    return await this.talk.lookAtComment(actor, { id: params.id, publish: body.publish });
  }
}
