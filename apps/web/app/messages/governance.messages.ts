import type { Catalogue } from './catalogue.ts';

const en = {
  outcome: {
    carried: 'Agreed',
    lost: 'Not agreed',
    deferred: 'Put off',
    no_quorum: 'Not decided',
  },
  kind: {
    spend: 'Spend money',
    set_aside: 'Set money aside',
    ring_fence: 'Money for skills and support',
    other: 'Something else',
    round: 'A neighbourhood vote',
    chest: 'Small grants',
  },
  interest: {
    direct: 'I or my household could gain',
    indirect: 'A relative or friend could gain',
    loyalty: 'I belong to that group',
  },
  interestOf: {
    direct: 'could gain, or their household could',
    indirect: 'has a relative or friend who could gain',
    loyalty: 'belongs to that group',
  },
  managed: {
    left: 'Left the room.',
    stayed_silent: 'Stayed, and said nothing.',
    no_conflict: 'The chair ruled that it is no conflict.',
  },
  notVoted: 'Did not vote.',
};

/** Words that decisions, meetings, the partnership and the council's page share. */
export const governanceMessages: Catalogue<typeof en> = { en };
