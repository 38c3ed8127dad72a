import { type Journey, letterTo, today, who } from './cast.ts';

/** A meeting decides about the lights: who is here, one interest, enough left to decide; agreed, written up, published. */
export async function decide(journey: Journey): Promise<void> {
  const [mina, suri] = [who(journey, 'Mina'), who(journey, 'Suri')];
  await suri.open(`${journey.place}/books/recipient`);
  await suri.fill({ name: 'Brindle Electric', kind: 'organisation', registrationNumber: '0123456' });
  await suri.press('Add them');
  await mina.open(`${journey.place}/meetings/plan`);
  await mina.fill({ title: 'Winter meeting', day: today(), time: '23:30', placeWords: 'The hub, no steps' });
  await mina.press('Save the meeting');
  const meeting = mina.path().replace(/\/run$/, '');
  const proposal = journey.made.get('Lights on the bakery path')?.split('/').at(-1);
  await mina.open(`${meeting}/put?proposal=${proposal}`);
  await mina.fill({
    title: 'Lights on the bakery path',
    words: 'Do we pay for the lights on the bakery path?',
    kind: 'spend',
    amountPence: '2,400',
    recipientId: 'Brindle Electric',
    fromAccountId: 'left',
    nature: 'capital',
  });
  await mina.press('Put it on the agenda');
  await mina.press('Publish the papers');
  for (const name of ['Mina', 'Nora', 'Olu', 'Pia']) await mina.page.getByLabel(name, { exact: true }).check();
  await mina.press('Save who is here');
  await mina.follow(/Lights on the bakery path/);
  await mina.page.getByText('Somebody has an interest').click();
  await mina.fill({ personId: 'Pia', kind: 'indirect', about: 'A cousin works for Brindle Electric', managed: 'left' });
  await mina.press('Save the interest');
  await mina.sees('Pia has an interest.');
  await mina.press('Agreed, nobody against');
  await mina.follow('Write it up and publish it');
  await mina.fill({
    reasons: 'Residents chose the lights. The path is dark.',
    plainSummary: 'The bakery path gets lights.',
    fromAccountId: 'left',
  });
  await mina.press('Publish the decision');
  journey.made.set('decision', mina.path());
  await mina.sees('3 for, nobody against');
  await mina.sees('A cousin works for Brindle Electric');
  await letterTo(journey, 'Wyn', /lights/i);
}

/** The chair asks the council; its contact sees the decision and what waits, and answers in public. */
export async function askCouncil(journey: Journey): Promise<void> {
  const [mina, vera] = [who(journey, 'Mina'), who(journey, 'Vera')];
  await mina.open(journey.made.get('decision') ?? '');
  await mina.page.getByText('Ask the council about this').click();
  await mina.fill({ words: 'May we use your lamp posts?' });
  await mina.press('Ask the council');
  await vera.open('/liaison');
  await vera.sees('Lights on the bakery path');
  await vera.follow('Answer');
  await vera.fill({ answer: 'Yes, from Monday on.' });
  await vera.press('Publish the answer');
  const anybody = await journey.given.newVisitor();
  await anybody.open(journey.made.get('decision') ?? '');
  await anybody.sees('Yes, from Monday on.');
}
