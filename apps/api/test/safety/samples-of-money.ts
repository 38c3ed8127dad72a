import { randomUUID } from 'node:crypto';
import { made, type Sample } from './sample.ts';

/** Samples of the purse, payments, projects and funds. */
export const moneySamples: Readonly<Record<string, Sample>> = {
  'POST /places/:place/recipients': async (stage) => ({
    as: await stage.person('treasurer'),
    body: { name: 'Brindle Catering', kind: 'organisation' },
  }),
  'POST /places/:place/drawdowns': async (stage) => ({
    as: await stage.person('treasurer'),
    body: { awardId: (await stage.money()).awardId, amountPence: 100_00, receivedOn: '2026-06-01' },
  }),
  'POST /places/:place/payments/:payment/approve': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { payment: await made('payments', stage) },
  }),
  'POST /places/:place/payments/:payment/refuse': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { payment: await made('payments', stage) },
    body: { reason: 'No invoice' },
  }),
  'POST /programmes': async (stage) => {
    const as = await stage.person('stranger');
    const id = randomUUID();
    await stage.world.admin(
      `INSERT INTO programme (id, slug, name, funder, total_pence, allocation_rule, starts_on, ends_on) VALUES ($1, $2, 'Fund', 'A Trust', 100, 'equal', '2026-01-01', '2030-01-01')`,
      [id, `fund-${id}`],
    );
    await stage.world.admin('INSERT INTO programme_officer (programme_id, account_id) VALUES ($1, $2)', [id, as.accountId]);
    const about = {
      name: `Fund ${id.slice(0, 8)}`,
      funder: 'A Trust',
      totalPence: 3_000_000,
      allocationRule: 'equal',
      startsOn: '2026-01-01',
      endsOn: '2030-01-01',
    };
    return { as, body: { ...about, indexName: null, indexSource: null, floorPence: null, ceilingPence: null } };
  },
  'POST /places/:place/payments': async (stage) => {
    const { commitmentId } = await stage.promise();
    return { as: await stage.person('worker'), body: { commitmentId, amountPence: 100_00, purpose: 'Cooking' } };
  },
  'POST /places/:place/payments/:payment/send': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { payment: await stage.payment('approved') },
    body: { sentOn: '2026-06-02' },
  }),
  'POST /places/:place/payments/:payment/match': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { payment: await stage.payment('sent') },
    body: { statementDate: '2026-06-03', statementLine: '4' },
  }),
  'POST /places/:place/payments/:payment/publish': async (stage) => ({
    as: await stage.person('worker'),
    params: { payment: await stage.payment('matched') },
    body: { publicPurpose: 'Cooking for the opening', namesNobody: true },
  }),
  'POST /places/:place/payments/:payment/refund': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { payment: await stage.payment('matched') },
    body: { amountPence: 10_00, happenedOn: '2026-06-04', reason: 'Two plates came back' },
  }),
  'POST /places/:place/payments/:payment/correct': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { payment: await stage.payment('matched') },
    body: { happenedOn: '2026-06-04', reason: 'It was another bill' },
  }),
  'POST /places/:place/projects/:project/updates': async (stage) => ({
    as: await stage.person('worker'),
    params: { project: await made('projects', stage) },
    body: { words: 'The ovens are here', state: 'active', nextStep: null, nextBy: null, learnt: null },
  }),
  'POST /places/:place/projects/:project/release': async (stage) => ({
    as: await stage.person('treasurer'),
    params: { project: await made('projects', stage) },
    body: { reason: 'It cost less', happenedOn: '2026-06-04' },
  }),
};
