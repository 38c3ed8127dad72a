import { deadlineInWords } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readMyNotices } from '@pursestrings/contracts/notices';
import type { listMyProposals } from '@pursestrings/contracts/proposals';

type Mine = ResponseOf<typeof listMyProposals>['proposals'][number];
type Notice = ResponseOf<typeof readMyNotices>['notices'][number];

/** Where somebody's own proposal is read: its public page once there is one, else their own. */
export function ownProposalAddress(place: string, { id, slug }: Pick<Mine, 'id' | 'slug'>): string {
  return slug === null ? `/${place}/my-proposals/${id}` : `/${place}/proposals/${slug}`;
}

/** A letter on the page: what it says without the lines that every letter ends with, and whether it went out. */
export interface NoticeView {
  readonly id: string;
  readonly subject: string;
  readonly words: string;
  /** The page that it leads to, within this site; null for none. */
  readonly address: string | null;
  readonly on: string;
  readonly failed: boolean;
}

/** A notice as the page shows it. `place` is the neighbourhood's short name. */
export function noticeView(notice: Notice, place: string): NoticeView {
  const paragraphs = notice.words.split('\n\n');
  const link = paragraphs.find((paragraph) => /^https?:\/\/\S+$/.test(paragraph));
  const path = link === undefined ? '' : new URL(link).pathname;
  return {
    id: notice.id,
    subject: notice.subject,
    words: paragraphs.slice(0, link === undefined ? undefined : paragraphs.indexOf(link)).join('\n\n'),
    address: path.startsWith(`/${place}/`) ? path : null,
    on: deadlineInWords(notice.madeAt),
    failed: notice.state === 'failed' || notice.state === 'uncertain',
  };
}
