import type { Given } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';
import { timeCode } from './time-code.ts';

/** Everything that the steps of one journey share. */
export interface Journey {
  readonly given: Given;
  /** In names and addresses, so that two journeys through one site do not meet. */
  readonly mark: string;
  /** The neighbourhood's address, as in '/hollin-bank-k3x'. */
  place: string;
  readonly people: Map<string, Visitor>;
  /** What the partnership made on the way: addresses that later steps go to. */
  readonly made: Map<string, string>;
}

/** Somebody of the journey, by first name. Throws for a name that nobody has. */
export function who(journey: Journey, name: string): Visitor {
  const visitor = journey.people.get(name);
  if (!visitor) throw new Error(`Nobody in the journey is called ${name}.`);
  return visitor;
}

/** Somebody's address. */
export function emailOf({ mark }: Journey, name: string): string {
  return `${name.toLowerCase()}.${mark}@example.org`;
}

/** Today by the clock of the United Kingdom, or that many days later, as an ISO day. */
export function today(later = 0): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.now() + later * 86_400_000));
}

/** The newest letter to somebody, as the letters page shows it. */
export async function letterTo(journey: Journey, name: string, subject: RegExp): Promise<string> {
  const known = journey.people.get('the letters page');
  const postman = known ?? (await journey.given.newVisitor());
  journey.people.set('the letters page', postman);
  if (!known) await postman.open('/letters');
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await postman.glance('/letters');
    const letters = await postman.page.locator('.slip').allTextContents();
    const letter = letters.find((words) => words.includes(emailOf(journey, name)) && subject.test(words));
    if (letter !== undefined) return letter;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`No letter about ${subject} reached ${name}.`);
}

/** Signs in with the code of the newest letter; the page that takes it is open. */
export async function typeCode(journey: Journey, name: string): Promise<void> {
  const letter = await letterTo(journey, name, /sign-in code/);
  const code = /Your code is (\d{6})/.exec(letter)?.[1] ?? '';
  await who(journey, name).fill({ code });
  await who(journey, name).press('Sign in');
}

/** Joins the neighbourhood with a postcode, by letter. */
export async function join(journey: Journey, name: string): Promise<void> {
  const visitor = await journey.given.newVisitor();
  journey.people.set(name, visitor);
  await visitor.open(`${journey.place}/join`);
  await visitor.fill({ name, email: emailOf(journey, name), postcode: 'QK4 7AB', lives: 'yes', age: 'thirteen' });
  await visitor.press('Join');
  await typeCode(journey, name);
  await visitor.sees('Your address is checked');
}

/** Sets up codes from a phone, where an office asks for them. */
export async function setUpCodes(journey: Journey, name: string): Promise<void> {
  const visitor = who(journey, name);
  await visitor.open('/me/second-factor');
  await visitor.press('Set it up');
  const secret = (await visitor.page.locator('strong.code').textContent()) ?? '';
  journey.made.set(`secret of ${name}`, secret);
  await visitor.fill({ code: timeCode(secret) });
  await visitor.press('It works: turn it on');
}
