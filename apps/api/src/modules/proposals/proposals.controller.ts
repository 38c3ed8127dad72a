import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import {
  commentOnProposal,
  listMyProposals,
  listProposals,
  readMyProposal,
  readProposal,
  saveAnswer,
  sendProposal,
  startProposal,
  supportProposal,
  withdrawProposal,
} from '@pursestrings/contracts/proposals';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { draftOf, PrivateProposalsReads } from './private-proposals.reads.ts';
import { ProposalsReads } from './proposals.reads.ts';
import { Talk } from './talk.ts';
import { WriteProposal } from './write-proposal.ts';

/** Proposals as residents meet them: reading, writing one's own, backing and talking. */
@Controller()
export class ProposalsController {
  constructor(
    @Inject(WriteProposal) private readonly write: WriteProposal,
    @Inject(Talk) private readonly talk: Talk,
    @Inject(ProposalsReads) private readonly reads: ProposalsReads,
    @Inject(PrivateProposalsReads) private readonly privateReads: PrivateProposalsReads,
  ) {}

  @Serves(listProposals)
  async list(@TheAsked() { actor, query }: Asked<typeof listProposals>): Answers<typeof listProposals> {
    return ok(await this.reads.list(actor, { page: query?.page ?? 1, stage: query?.stage, words: query?.words }));
  }

  @Serves(readProposal)
  async one(@TheAsked() { actor, params }: Asked<typeof readProposal>): Answers<typeof readProposal> {
    const proposal = await this.reads.one(actor, params.slug);
    return proposal ? ok({ proposal }) : problem({ code: 'proposal-not-found' });
  }

  @Serves(supportProposal)
  async support(@TheAsked() { actor, params, body }: Asked<typeof supportProposal>): Answers<typeof supportProposal> {
    return await this.talk.support(actor, { slug: params.slug, support: body.support });
  }

  @Serves(commentOnProposal)
  async comment(@TheAsked() { actor, params, body }: Asked<typeof commentOnProposal>): Answers<typeof commentOnProposal> {
    return await this.talk.comment(actor, { slug: params.slug, words: body.words });
  }

  @Serves(listMyProposals)
  async mine(@TheAsked() { actor }: Asked<typeof listMyProposals>): Answers<typeof listMyProposals> {
    return ok({ proposals: await this.privateReads.mine(actor) });
  }

  @Serves(readMyProposal)
  async own(@TheAsked() { actor, params }: Asked<typeof readMyProposal>): Answers<typeof readMyProposal> {
    const proposal = await this.privateReads.own(actor, params.id);
    return proposal ? ok({ proposal }) : problem({ code: 'proposal-not-found' });
  }

  @Serves(startProposal)
  async start(@TheAsked() { actor, body }: Asked<typeof startProposal>): Answers<typeof startProposal> {
    return await this.write.start(actor, body.title);
  }

  @Serves(saveAnswer)
  async save(@TheAsked() { actor, params, body }: Asked<typeof saveAnswer>): Answers<typeof saveAnswer> {
    const saved = await this.write.save(actor, { id: params.id, question: body.question, answer: body.answer });
    return saved.ok ? ok({ proposal: draftOf(saved.value) }) : saved;
  }

  @Serves(sendProposal)
  async send(@TheAsked() { actor, params }: Asked<typeof sendProposal>): Answers<typeof sendProposal> {
    return await this.write.send(actor, params.id);
  }

  @Serves(withdrawProposal)
  async withdraw(@TheAsked() { actor, params }: Asked<typeof withdrawProposal>): Answers<typeof withdrawProposal> {
    return await this.write.withdraw(actor, params.id);
  }
}
