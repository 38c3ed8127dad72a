import { expect } from '@playwright/test';
import { type Journey, today, who } from './cast.ts';

/** Mina prepares a vote about both proposals and announces it: from then on its rules are frozen. */
export async function announce(journey: Journey): Promise<void> {
  const mina = who(journey, 'Mina');
  await mina.open(`${journey.place}/votes/new`);
  const slugs = [...journey.made].filter(([, path]) => path.includes('/proposals/')).map(([, path]) => path.split('/').at(-1) ?? '');
  await mina.fill({
    title: 'Winter vote',
    question: 'What should we do with £3,000?',
    potPence: '3,000',
    proposals: slugs,
    ballotType: 'approval',
    opensOn: today(1),
    closesOn: today(8),
  });
  await mina.press('Keep as a draft');
  journey.made.set('vote', mina.path().replace(/\/about$/, ''));
  await mina.press('Announce this vote');
  await mina.sees('Not open yet');
}

/** Lets the clock pass: moves a vote's opening or closing behind its frozen rules, and waits until the program has noticed. */
async function letTimePass(journey: Journey, column: 'opens_at' | 'closes_at', state: string): Promise<void> {
  const slug = journey.made.get('vote')?.split('/').at(-1);
  const { arrange } = journey.given;
  await arrange('SET session_replication_role = replica');
  await arrange(`UPDATE round SET ${column} = clock_timestamp() - interval '1 second' WHERE slug = $1`, [slug]);
  await arrange('SET session_replication_role = DEFAULT');
  const now = async () => (await arrange<{ state: string }>('SELECT state FROM round WHERE slug = $1', [slug]))[0]?.state;
  await expect.poll(now, { timeout: 15_000 }).toBe(state);
}

/** Chooses, checks, and sends as who is signed in. Returns the receipt. */
async function vote(journey: Journey, name: string, titles: readonly string[]): Promise<string> {
  const voter = who(journey, name);
  await voter.open(journey.made.get('vote') ?? '');
  for (const title of titles) await voter.page.locator('li.choice', { hasText: title }).locator('input').check();
  await voter.press('Check my choices');
  await voter.press('Send my vote');
  await voter.sees('Your vote is in');
  return new URL(voter.page.url()).searchParams.get('code') ?? '';
}

/** Wyn, at the hub's desk, hands Ravi a code on paper; he votes with it on a phone where nobody is signed in, after one slip. */
async function voteWithCode(journey: Journey, title: string): Promise<void> {
  const wyn = who(journey, 'Wyn');
  await wyn.open(`${journey.made.get('vote')}/codes?name=Ravi`);
  await wyn.page.getByLabel('Ravi', { exact: true }).check();
  await wyn.press('Give a voting code');
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await wyn.page.locator('main').textContent()) ?? '')?.[0] ?? '';
  const phone = await journey.given.newVisitor();
  await phone.open(journey.made.get('vote') ?? '');
  await phone.page.locator('li.choice', { hasText: title }).locator('input').check();
  await phone.press('Check my choices');
  await phone.fill({ votingCode: 'AAAA-AAAA-AAAA' });
  await phone.press('Send my vote', 422);
  await phone.fill({ votingCode: code });
  await phone.press('Send my vote');
  await phone.sees('Your vote is in');
}

/** It opens by the clock. Five vote signed in, one of them twice, one votes with a code from the desk; a receipt is checked. */
export async function castVotes(journey: Journey): Promise<void> {
  await letTimePass(journey, 'opens_at', 'open');
  const [bench, lights] = ['A bench by the bus stop', 'Lights on the bakery path'];
  for (const name of ['Nora', 'Olu', 'Pia']) await vote(journey, name, [lights]);
  await vote(journey, 'Wyn', [bench, lights]);
  await vote(journey, 'Wyn', [bench]);
  const receipt = await vote(journey, 'Quin', [lights]);
  await voteWithCode(journey, lights);
  const anybody = await journey.given.newVisitor();
  await anybody.open(`${journey.made.get('vote')}/sent?code=${receipt}`);
  await anybody.sees('Your vote is in');
}

/** It closes by the clock, is opened and counted; two vote checkers confirm it, each with a fresh code; Mina publishes it. */
export async function countVotes(journey: Journey): Promise<void> {
  await letTimePass(journey, 'closes_at', 'closed');
  const address = journey.made.get('vote') ?? '';
  await who(journey, 'Tess').open(`${address}/about`);
  await who(journey, 'Tess').press('Open the box and count');
  for (const name of ['Tess', 'Ugo']) {
    const checker = who(journey, name);
    await checker.open(`${address}/result`);
    await checker.fill({ noInterest: 'yes' });
    await checker.press('The count is right');
  }
  const mina = who(journey, 'Mina');
  await mina.open(`${address}/about`);
  await mina.press('Publish the result');
  const anybody = await journey.given.newVisitor();
  await anybody.open(`${address}/result`);
  await anybody.sees('6 people voted.');
  await anybody.sees(/Why not/);
}
