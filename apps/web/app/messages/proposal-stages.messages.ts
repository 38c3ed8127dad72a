import type { Catalogue } from './catalogue.ts';

const en = {
  sent: 'Sent',
  talking: 'Talking',
  checking: 'Checking',
  ready: 'Ready',
  decided: 'Decided',
  happening: 'Happening',
  not_this_time: 'Not this time',
};

/** Where a proposal is, in the words that residents see. */
export const proposalStageMessages: Catalogue<typeof en> = { en };
