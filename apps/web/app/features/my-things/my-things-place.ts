import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import { readMyNotices } from '@pursestrings/contracts/notices';
import { readMe, type readMyAccount } from '@pursestrings/contracts/people';
import { listMyProposals } from '@pursestrings/contracts/proposals';
import { type Asking, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { noticeView } from './my-things-view.ts';

/** Everything of one neighbourhood for whoever asks. */
export async function placeOf(asking: Asking, { slug, name }: ResponseOf<typeof readMyAccount>['places'][number]) {
  const params = { place: slug };
  const [mine, told, me] = await Promise.all([
    read(asking, listMyProposals, { params }),
    read(asking, readMyNotices, { params }),
    read(asking, readMe, { query: { place: slug } }),
  ]);
  return {
    slug,
    name,
    prepares: me.roles.some((role) => ['member', 'chair', 'worker'].includes(role)),
    proposals: mine.proposals,
    letters: told.letters,
    lettersFormId: newFormId(),
    following: told.following.map((thing) => ({ ...thing, formId: newFormId() })),
    notices: told.notices.map((notice) => noticeView(notice, slug)),
  };
}

export type MyPlace = Awaited<ReturnType<typeof placeOf>>;
