import type { ProposalStage } from '@pursestrings/contracts/proposals';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/catalogue.ts';
import { proposalStageMessages } from '../messages/proposal-stages.messages.ts';

const kinds: Readonly<Record<ProposalStage, TagKind>> = {
  sent: 'plain',
  talking: 'info',
  checking: 'wait',
  ready: 'yes',
  decided: 'yes',
  happening: 'yes',
  not_this_time: 'no',
};

/** Where a proposal is: one of six words, or 'Not this time'. */
export function StageTag({ stage }: { readonly stage: ProposalStage }): ReactElement {
  return <Tag kind={kinds[stage]}>{useMessages(proposalStageMessages)[stage]}</Tag>;
}
