import { randomUUID } from 'node:crypto';
import { putMotion } from '@pursestrings/contracts/meetings';
import { beginSecondFactor, confirmSecondFactor, setMyPassword } from '@pursestrings/contracts/people';
import { askForLetter } from '@pursestrings/contracts/sign-in';
import { lettersOffKey } from '../../src/modules/notices/letters-off-key.ts';
import { timeCode } from '../../src/modules/people/time-codes.ts';
import { Secrets } from '../../src/platform/files/secrets.ts';
import { letterTo } from '../make/letters.ts';
import { made, type Sample } from './sample.ts';
import { moneySamples } from './samples-of-money.ts';
import { roundSamples } from './samples-of-rounds.ts';
import type { Stage } from './stage.ts';

const password = 'four dull kettles sing';
const minute = 'Meeting of 1 December, item 3';

/** The six digits that an app would show now for a secret in base 32. */
function codeNow(stage: Stage, secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  return timeCode(bytes, Math.floor(stage.world.clock.now().epochMilliseconds / 30_000) + steps);
}

async function letter(stage: Stage): Promise<{ letter: string; code: string; link: string }> {
  const email = `${(await stage.person('resident')).accountId}@example.org`;
  const asked = await stage.world.ask(askForLetter, { body: { email } });
  return { letter: asked.body.letter, ...(await letterTo(stage.world, email)) };
}

const signingIn: Readonly<Record<string, Sample>> = {
  'POST /demo/sign-in': async (stage) => {
    const { id } = await stage.person('chair');
    await stage.world.admin('INSERT INTO demonstration_person (neighbourhood_id, person_id, position, what) VALUES ($1, $2, 1, $3)', [
      stage.place.id,
      id,
      'chair',
    ]);
    return { body: { person: id } };
  },
  'POST /sign-in/letters': async () => ({ body: { email: `${randomUUID()}@example.org` } }),
  'POST /sign-in/codes': async (stage) => {
    const { letter: id, code } = await letter(stage);
    return { body: { letter: id, code } };
  },
  'POST /sign-in/links': async (stage) => ({ body: { link: (await letter(stage)).link } }),
  'POST /sign-in/passwords': async (stage) => {
    const as = await stage.person('resident');
    await stage.world.ask(setMyPassword, { as, body: { password } });
    return { body: { email: `${as.accountId}@example.org`, password } };
  },
  'POST /sign-out': async (stage) => ({ as: await stage.person('resident') }),
  'POST /me/password': async (stage) => ({ as: await stage.person('resident'), body: { password } }),
  'POST /me/sessions/:session/end': async (stage) => {
    const as = await stage.person('helper');
    const session = await stage.world.admin<{ id: string }>(
      `INSERT INTO session (id, token_hash, account_id, csrf_token, expires_at) VALUES (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, 'x', now() + interval '1 day') RETURNING id`,
      [as.accountId],
    );
    return { as, params: { session: session[0]?.id ?? '' } };
  },
  'POST /me/sessions/end-all': async (stage) => ({ as: await stage.person('helper') }),
  'POST /me/second-factor/begin': async (stage) => ({ as: await stage.person('treasurer') }),
  'POST /me/second-factor/confirm': async (stage) => {
    const as = await stage.person('treasurer');
    const begun = await stage.world.ask(beginSecondFactor, { as });
    return { as, body: { code: codeNow(stage, begun.body.secret) } };
  },
  'POST /me/second-factor': async (stage) => {
    const as = await stage.person('treasurer');
    const begun = await stage.world.ask(beginSecondFactor, { as });
    await stage.world.ask(confirmSecondFactor, { as, body: { code: codeNow(stage, begun.body.secret, -1) } });
    return { as, body: { code: codeNow(stage, begun.body.secret) } };
  },
};

const people: Readonly<Record<string, Sample>> = {
  'POST /places': async (stage) => {
    const as = await stage.person('stranger');
    await stage.world.admin('INSERT INTO platform_administrator (account_id) VALUES ($1)', [as.accountId]);
    const place = { name: `Marram ${randomUUID().slice(0, 8)}`, postcodes: 'QK4 3AA', dataController: 'The Trust' };
    return { as, body: { ...place, chairName: 'Ifan', chairEmail: `${randomUUID()}@example.org` } };
  },
  'POST /places/:place/join': async (stage) => ({
    params: { place: stage.place.slug },
    body: { name: 'Kit', email: `${randomUUID()}@example.org`, isThirteenOrOlder: true, livesHere: true },
  }),
  'POST /places/:place/me': async (stage) => ({ as: await stage.person('resident'), body: { name: 'Amara' } }),
  'POST /places/:place/people': async (stage) => ({ as: await stage.person('helper'), body: { name: 'Kit', isThirteenOrOlder: false } }),
  'POST /places/:place/people/:person/vouch': async (stage) => ({
    as: await stage.person('helper'),
    params: { person: await made('people', stage) },
  }),
  'POST /places/:place/roles': async (stage) => ({
    as: await stage.person('chair'),
    body: { person: (await stage.person('resident')).id, kind: 'member', startsOn: '2026-01-01', minute },
  }),
  'POST /places/:place/roles/:role/end': async (stage) => ({
    as: await stage.person('chair'),
    params: { role: await made('roles', stage) },
    body: { minute },
  }),
};

const participation: Readonly<Record<string, Sample>> = {
  'POST /places/:place/ideas': async (stage) => ({ params: { place: stage.place.slug }, body: { words: 'A bench by the school' } }),
  'POST /places/:place/ideas-to-read/:id': async (stage) => ({
    as: await stage.person('member'),
    params: { id: await made('ideas-to-read', stage) },
    body: { to: 'published' },
  }),
  'POST /places/:place/my-proposals': async (stage) => ({ as: await stage.person('verified_resident'), body: { title: 'Path lights' } }),
  'POST /places/:place/my-proposals/:id/answers': async (stage) => ({
    as: await stage.person('verified_resident'),
    params: { id: await made('my-proposals', stage) },
    body: { question: 'what', answer: 'Lights along the path' },
  }),
  'POST /places/:place/my-proposals/:id/send': async (stage) => ({
    as: await stage.person('verified_resident'),
    params: { id: await made('my-proposals', stage) },
  }),
  'POST /places/:place/my-proposals/:id/withdraw': async (stage) => ({
    as: await stage.person('verified_resident'),
    params: { id: await made('my-proposals', stage) },
  }),
  'POST /places/:place/proposals/:slug/comments': async (stage) => ({
    as: await stage.person('resident'),
    params: { slug: await made('proposals', stage) },
    body: { words: 'Yes please' },
  }),
  'POST /places/:place/proposals/:slug/support': async (stage) => ({
    as: await stage.person('resident'),
    params: { slug: await made('proposals', stage) },
    body: { support: true },
  }),
  'POST /places/:place/to-look-at/:id/move': async (stage) => ({
    as: await stage.person('member'),
    params: { id: await made('to-look-at', stage) },
    body: { move: 'publish' },
  }),
  'POST /places/:place/comments-to-look-at/:id': async (stage) => ({
    as: await stage.person('member'),
    params: { id: await made('comments-to-look-at', stage) },
    body: { publish: true },
  }),
};

const governance: Readonly<Record<string, Sample>> = {
  'POST /places/:place/council-questions': async (stage) => ({
    as: await stage.person('member'),
    body: { words: 'When are the lamps mended?' },
  }),
  'POST /places/:place/council-questions/:question/answer': async (stage) => ({
    as: await stage.person('liaison_officer'),
    params: { question: await made('council-questions', stage) },
    body: { answer: 'In June.' },
  }),
  'POST /places/:place/interests': async (stage) => ({ as: await stage.person('member'), body: { kind: 'direct', about: 'My shop' } }),
  'POST /places/:place/interests/:interest/end': async (stage) => ({
    as: await stage.person('member'),
    params: { interest: await made('interests', stage) },
  }),
  'POST /places/:place/meetings': async (stage) => ({
    as: await stage.person('chair'),
    body: { title: 'June meeting', day: '2030-06-09', time: '19:00', placeWords: 'The hub' },
  }),
  'POST /places/:place/meetings/:meeting/motions': async (stage) => ({
    as: await stage.person('chair'),
    params: { meeting: await made('meetings', stage) },
    body: { title: 'Path lights', words: 'Light the path', kind: 'other' },
  }),
  'POST /places/:place/meetings/:meeting/papers': async (stage) => {
    const as = await stage.person('chair');
    const meeting = await made('meetings', stage);
    await stage.world.ask(putMotion, { as, params: { meeting }, body: { title: 'Path lights', words: 'Light the path', kind: 'other' } });
    return { as, params: { meeting } };
  },
  'POST /places/:place/motions/:motion/agree': async (stage) => ({
    as: await stage.person('chair'),
    params: { motion: await made('motions', stage) },
  }),
  'POST /places/:place/motions/:motion/settle': async (stage) => ({
    as: await stage.person('chair'),
    params: { motion: await made('motions', stage) },
  }),
  'POST /places/:place/motions/:motion/interests': async (stage) => ({
    as: await stage.person('member'),
    params: { motion: await made('motions', stage) },
    body: { kind: 'direct', about: 'My shop' },
  }),
  'POST /places/:place/partnership/members': async (stage) => ({
    as: await stage.person('chair'),
    body: { personId: (await stage.person('resident')).id, isResident: true, startsOn: '2026-01-01' },
  }),
  'POST /places/:place/partnership/members/:member/end': async (stage) => ({
    as: await stage.person('chair'),
    params: { member: await made('members', stage) },
    body: { endsOn: '2026-06-01' },
  }),
  'POST /places/:place/partnership/terms': async (stage) => ({
    as: await stage.person('chair'),
    body: {
      ...{ quorumNumerator: 1, quorumDenominator: 3, quorumLeast: 3, majority: 'simple', votesByName: false },
      ...{ secondApprovalAbovePence: 50_000, deciderLimitPence: null, agreedOn: '2026-01-01' },
    },
  }),
  'POST /places/:place/partnership/agreed-residents': async (stage) => ({
    as: await stage.person('chair'),
    body: { personId: (await stage.person('verified_resident')).id },
  }),
};

const notices: Readonly<Record<string, Sample>> = {
  'POST /places/:place/follow': async (stage) => {
    const slug = await made('proposals', stage);
    const [row] = await stage.world.admin<{ id: string }>('SELECT id FROM proposal WHERE slug = $1', [slug]);
    return { as: await stage.person('resident'), body: { kind: 'proposal', id: row?.id, follow: true } };
  },
  'POST /places/:place/my-letters': async (stage) => ({ as: await stage.person('resident'), body: { letters: 'none' } }),
  'POST /places/:place/letters-off/:person/:key': async (stage) => {
    const person = (await stage.person('resident')).id;
    const key = lettersOffKey(stage.world.app.get(Secrets).get('letters-off'), stage.place.id, person);
    return { params: { place: stage.place.slug, person, key }, body: { letters: 'none' } };
  },
};

/** One sample for each route that changes something, by its name in the matrix. */
export const samples: Readonly<Record<string, Sample>> = {
  ...signingIn,
  ...people,
  ...participation,
  ...governance,
  ...roundSamples,
  ...moneySamples,
  ...notices,
};
