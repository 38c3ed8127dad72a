import { randomUUID } from 'node:crypto';
import { emailOf, type Journey, join, setUpCodes, today, typeCode, who } from './cast.ts';
import { timeCode } from './time-code.ts';

/** The first accounts of a site, which its installation makes: Ada looks after a fund and sets up neighbourhoods. */
export async function installSite(journey: Journey): Promise<void> {
  const { arrange } = journey.given;
  const [account, programme] = [randomUUID(), randomUUID()];
  await arrange('INSERT INTO account (id, email) VALUES ($1, $2)', [account, emailOf(journey, 'Ada')]);
  await arrange('INSERT INTO platform_administrator (account_id) VALUES ($1)', [account]);
  await arrange(
    `INSERT INTO programme (id, slug, name, funder, total_pence, allocation_rule, starts_on, ends_on) VALUES ($1, $2, 'First fund', 'A trust', 1, 'equal', '2026-01-01', '2036-01-01')`,
    [programme, `first-${journey.mark}`],
  );
  await arrange('INSERT INTO programme_officer (programme_id, account_id) VALUES ($1, $2)', [programme, account]);
}

/** Ada signs in by letter and sets up two neighbourhoods: five questions each. */
export async function setUpPlaces(journey: Journey): Promise<void> {
  const ada = await journey.given.newVisitor();
  journey.people.set('Ada', ada);
  await ada.open('/sign-in');
  await ada.fill({ email: emailOf(journey, 'Ada') });
  await ada.press('Send me a code');
  await typeCode(journey, 'Ada');
  for (const name of [`Hollin Bank ${journey.mark}`, `Sallow End ${journey.mark}`]) {
    await ada.open('/set-up');
    await ada.fill({
      name,
      council: 'Harrowmere Borough Council',
      postcodes: 'QK4 7AB\nQK4 7AD',
      dataController: 'Hollin Bank Community Trust',
      fundHolder: 'Hollin Bank Community Trust',
      fundHolderKind: 'locally_trusted_organisation',
      contactName: 'Mina',
      contactPhone: '01632 960 123',
      contactWhere: 'The hub, weekdays 10 to 4',
      chairName: 'Mina',
      chairEmail: emailOf(journey, name.startsWith('Hollin') ? 'Mina' : 'Sol'),
    });
    await ada.press('Open the front door');
    if (name.startsWith('Hollin')) journey.place = ada.path();
  }
}

/** Ada shares a fund among both places by people and need, and publishes the arithmetic. */
export async function shareFund(journey: Journey): Promise<void> {
  const ada = who(journey, 'Ada');
  await ada.open('/programmes/new');
  await ada.fill({
    name: `The Fair Fund ${journey.mark}`,
    funder: 'The Fair Trust',
    totalPence: '100,000',
    startsOn: today(-30),
    endsOn: today(3000),
    allocationRule: 'by_need',
    indexName: 'Index of Need',
    indexSource: 'The statistics office, 2025',
  });
  await ada.press('Go on to the places');
  const slug = journey.place.slice(1);
  await ada.fill({ placeLines: `${slug}, 3000, 120\n${slug.replace('hollin-bank', 'sallow-end')}, 2000, 100` });
  await ada.press('Work it out');
  // 360,000 of 560,000 parts of £100,000.00.
  await ada.sees('£64,285.71');
  await ada.fill({ madeOn: today() });
  await ada.press('Make it public for good');
  await ada.sees('£35,714.29');
}

/** Mina, the first chair, signs in by letter and shows twice that it is her. */
export async function seatChair(journey: Journey): Promise<void> {
  const mina = await journey.given.newVisitor();
  journey.people.set('Mina', mina);
  await mina.open('/sign-in');
  await mina.fill({ email: emailOf(journey, 'Mina') });
  await mina.press('Send me a code');
  await typeCode(journey, 'Mina');
  await setUpCodes(journey, 'Mina');
  await mina.open(journey.place);
  await mina.sees('£64,285');
}

const neighbours = ['Nora', 'Olu', 'Pia', 'Quin', 'Ravi', 'Suri', 'Tess', 'Ugo', 'Vera', 'Wyn'] as const;

/** Ten neighbours join with a postcode; the chair gives seats and roles, each with its minute. */
export async function joinAndSeat(journey: Journey): Promise<void> {
  for (const name of neighbours) await join(journey, name);
  const mina = who(journey, 'Mina');
  for (const name of ['Mina', 'Nora', 'Olu', 'Pia', 'Quin']) {
    await mina.open(`${journey.place}/partnership/seats?name=${name}`);
    await mina.fill({ personId: name, isResident: 'yes', startsOn: today() });
    await mina.press('Give the seat');
  }
  const roles = {
    Ravi: 'bookkeeper',
    Suri: 'our worker',
    Tess: 'vote checker',
    Ugo: 'vote checker',
    Vera: 'council contact',
    Wyn: 'helper',
  };
  for (const [name, kind] of Object.entries(roles)) {
    await mina.open(`${journey.place}/roles`);
    await mina.fill({ person: name, kind, startsOn: today(), minute: 'First meeting, item 1' });
    await mina.press('Give the role');
  }
  for (const name of ['Ravi', 'Tess', 'Ugo']) await setUpCodes(journey, name);
}

/** Ravi, the bookkeeper, sets a password, signs out, and comes back with it and the code from his phone. */
export async function signInByPassword(journey: Journey): Promise<void> {
  const ravi = who(journey, 'Ravi');
  const password = 'kettle drum heron sock';
  await ravi.open('/me/password');
  await ravi.fill({ password });
  await ravi.press('Save my password');
  await ravi.open('/sign-out');
  await ravi.press('Sign out');
  await ravi.open('/sign-in/password');
  await ravi.fill({ email: emailOf(journey, 'Ravi'), password: 'not the password' });
  await ravi.press('Sign in', 422);
  await ravi.fill({ email: emailOf(journey, 'Ravi'), password });
  await ravi.press('Sign in');
  await ravi.sees('The code in the app on your phone');
  await ravi.fill({ code: timeCode(journey.made.get('secret of Ravi') ?? '', 1) });
  await ravi.press('Go on');
}
