import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listRounds, RoundState } from '@pursestrings/contracts/rounds';
import type { TagKind } from '@pursestrings/ui/tag';

/** A vote of the list, with its dates in words. */
export type RoundLine = ResponseOf<typeof listRounds>['rounds'][number] & { readonly opens: string; readonly closes: string };

/** The part of the list that a vote stands in. */
export function groupOf({ state }: Pick<RoundLine, 'state'>): 'open' | 'coming' | 'past' | 'drafts' {
  if (state === 'draft') return 'drafts';
  if (state === 'announced') return 'coming';
  return state === 'open' ? 'open' : 'past';
}

const kinds: Record<RoundState, TagKind> = {
  draft: 'plain',
  announced: 'wait',
  open: 'yes',
  closed: 'wait',
  counting: 'wait',
  provisional: 'wait',
  verified: 'wait',
  published: 'info',
  recounted: 'wait',
  cancelled: 'no',
};

/** How a state looks. */
export function tagKindOf(state: RoundState): TagKind {
  return kinds[state];
}
