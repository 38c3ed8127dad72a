import { emailOf, type Journey, letterTo, today, who } from './cast.ts';

const proposals = [
  { title: 'A bench by the bus stop', cost: '1,200' },
  { title: 'Lights on the bakery path', cost: '2,400' },
] as const;

/** Wyn proposes twice, one question at a time, and checks the answers before sending them. */
export async function propose(journey: Journey): Promise<void> {
  const wyn = who(journey, 'Wyn');
  for (const { title, cost } of proposals) {
    await wyn.open(`${journey.place}/proposals/new`);
    await wyn.fill({ title });
    await wyn.press('Save and go on');
    for (const answer of [
      'We would put it there and look after it.',
      'People have to stand or walk in the dark.',
      'The men’s shed.',
      'Mill Lane',
      cost,
    ]) {
      await wyn.fill({ answer });
      await wyn.press('Save and go on');
    }
    await wyn.sees('Check your answers');
    await wyn.press('Send it to the partnership');
    await wyn.sees('Your proposal is sent');
  }
}

/** Nora asks Wyn for a change to one, Wyn answers; then both are published, and found ready with their cost. */
export async function lookAtProposals(journey: Journey): Promise<void> {
  const [nora, wyn] = [who(journey, 'Nora'), who(journey, 'Wyn')];
  await nora.open(`${journey.place}/to-look-at`);
  await nora.follow(proposals[0].title);
  await nora.fill({ move: 'ask_changes', reason: 'Who would clean it?' });
  await nora.press('Do it');
  await letterTo(journey, 'Wyn', /bench/i);
  await wyn.open('/me');
  await wyn.follow(/^Read the question and answer it/);
  await wyn.sees('Who would clean it?');
  await wyn.press('Send it to the partnership');
  for (const { title, cost } of proposals) {
    await nora.open(`${journey.place}/to-look-at`);
    await nora.follow(title);
    await nora.fill({ move: 'publish' });
    await nora.press('Do it');
    await nora.follow('See its public page');
    journey.made.set(title, nora.path());
    await nora.follow('Look at it for the partnership');
    await nora.fill({ move: 'ready', cost, nextStep: 'it goes to a vote', nextBy: today(20) });
    await nora.press('Do it');
  }
}

/** Tess backs the bench and says something, which Nora shows to everybody. */
export async function backAndTalk(journey: Journey): Promise<void> {
  const [tess, nora] = [who(journey, 'Tess'), who(journey, 'Nora')];
  await tess.open(journey.made.get(proposals[0].title) ?? '');
  await tess.press('Back this proposal');
  await tess.sees('1 person backs it.');
  await tess.fill({ words: 'My mother would sit there.' });
  await tess.press('Send');
  await nora.open(`${journey.place}/to-look-at`);
  await nora.press(/^Show it/);
  await tess.open(journey.made.get(proposals[0].title) ?? '');
  await tess.sees('My mother would sit there.');
}

/** Letters went to those concerned, and one press stops them. */
export async function stopLetters(journey: Journey): Promise<void> {
  const letter = await letterTo(journey, 'Wyn', /letters-off/);
  if (!letter.includes(emailOf(journey, 'Wyn'))) throw new Error('That letter was for somebody else.');
  const path = /\/[a-z0-9-]+\/letters-off\/[0-9a-f-]{36}\/[A-Za-z0-9_-]+/.exec(letter)?.[0] ?? '';
  const anybody = await journey.given.newVisitor();
  await anybody.open(path);
  await anybody.press('Stop these letters');
  await anybody.sees('You get no more letters');
}
