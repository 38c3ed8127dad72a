import { expect } from '@playwright/test';
import { type Journey, today, who } from './cast.ts';

/** Suri asks for the payment, Ravi agrees with a fresh code, sends it, sees it on the statement, and shows it to everyone. */
export async function pay(journey: Journey): Promise<void> {
  const [ravi, suri] = [who(journey, 'Ravi'), who(journey, 'Suri')];
  await ravi.open(`${journey.place}/books/drawdown`);
  await ravi.fill({ amountPence: '10,000', receivedOn: today() });
  await ravi.press('Write it down');
  await suri.open(`${journey.place}/books`);
  await suri.follow(/^Ask for a payment/);
  await suri.fill({ amountPence: '2,310.50', purpose: 'Four lamps and their wiring', invoiceNumber: 'BE-1' });
  await suri.press('Ask for it');
  const payment = suri.path();
  for (const name of ['Ravi', 'Mina']) {
    await who(journey, name).open(payment);
    if ((await who(journey, name).page.getByRole('link', { name: 'Agree to this payment' }).count()) === 0) continue;
    await who(journey, name).follow('Agree to this payment');
    await who(journey, name).press('I agree');
  }
  await ravi.open(payment);
  await ravi.follow('Say that it was paid');
  await ravi.fill({ sentOn: today() });
  await ravi.press('It was paid');
  await ravi.follow('Seen on the statement');
  await ravi.fill({ statementDate: today(), statementLine: '0001 BRINDLE ELECTRIC BE-1' });
  await ravi.press('It is on the statement');
  await ravi.follow('Show it to everyone');
  await ravi.fill({ namesNobody: 'yes' });
  await ravi.press('Show it to everyone');
}

/** Anybody follows the pound: from the money page to the project's account, and from there to the entry; then to the payment. */
export async function followThePound(journey: Journey): Promise<void> {
  const anybody = await journey.given.newVisitor();
  await anybody.open(`${journey.place}/money`);
  await anybody.follow(/2,310\.50/);
  await anybody.follow(/Paid|Entry/);
  await anybody.sees('Its seal');
  await anybody.follow(/^Payment/);
  await anybody.sees('Four lamps and their wiring');
}

/** Every file of the open data can be had. */
export async function fetchFiles(journey: Journey): Promise<void> {
  const anybody = await journey.given.newVisitor();
  await anybody.open(`/open${journey.place}`);
  const links = await anybody.page.locator('main a').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const files = links.filter((link) => /^\/open\/.*\.(csv|json|jsonl|pb)$/.test(link));
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    const answer = await anybody.page.request.get(new URL(file, anybody.page.url()).href);
    expect(`${file} ${answer.status()}`).toBe(`${file} 200`);
  }
}
