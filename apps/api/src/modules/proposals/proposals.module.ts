import { Module } from '@nestjs/common';
import { Ideas } from './ideas.ts';
import { LookController } from './look.controller.ts';
import { MoveProposal } from './move-proposal.ts';
import { OnDecisionPublished } from './on-decision-published.ts';
import { PrivateProposalsReads } from './private-proposals.reads.ts';
import { ProposalsController } from './proposals.controller.ts';
import { ProposalsReads } from './proposals.reads.ts';
import { Talk } from './talk.ts';
import { WriteProposal } from './write-proposal.ts';

@Module({
  controllers: [ProposalsController, LookController],
  providers: [Ideas, MoveProposal, OnDecisionPublished, PrivateProposalsReads, ProposalsReads, Talk, WriteProposal],
})
export class ProposalsModule {}
