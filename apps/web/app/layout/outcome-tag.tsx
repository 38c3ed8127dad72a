import type { DecisionOutcome } from '@pursestrings/contracts/decisions';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/catalogue.ts';
import { governanceMessages } from '../messages/governance.messages.ts';

const kinds: Record<DecisionOutcome, TagKind> = { carried: 'yes', lost: 'no', deferred: 'wait', no_quorum: 'plain' };

/** What came of it: an icon, a word and a colour together. */
export function OutcomeTag({ outcome }: { readonly outcome: DecisionOutcome }): ReactElement {
  return <Tag kind={kinds[outcome]}>{useMessages(governanceMessages).outcome[outcome]}</Tag>;
}
