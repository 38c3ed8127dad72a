import type { ProjectState } from '@pursestrings/contracts/projects';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import { projectsMessages } from './projects.messages.ts';

const looks: Record<ProjectState, TagKind> = {
  agreed: 'info',
  agreement_pending: 'wait',
  active: 'yes',
  paused: 'wait',
  finishing: 'yes',
  closed: 'yes',
  cancelled: 'no',
};

/** How a project stands; 'Late' stands before everything else. */
export function ProjectTag({ state, isLate }: { readonly state: ProjectState; readonly isLate: boolean }): ReactElement {
  const messages = useMessages(projectsMessages);
  return isLate ? <Tag kind="late">{messages.late}</Tag> : <Tag kind={looks[state]}>{messages.states[state]}</Tag>;
}
