import * as z from 'zod/mini';
import { readForm } from './read-form.ts';

const schema = z.strictObject({
  formId: z.uuid(),
  title: z.string().check(z.minLength(1), z.maxLength(20)),
  costPence: z.int().check(z.positive()),
  startsOn: z.optional(z.iso.date()),
  themes: z.array(z.string()).check(z.minLength(1, 'Choose at least one theme')),
  noisy: z.boolean(),
  people: z.nullable(z.int()),
  contact: z.strictObject({ email: z.email() }),
});

const good: readonly (readonly [string, string])[] = [
  ['formId', '7d444840-9dc0-41d1-b245-5ffdce74fad2'],
  ['title', '  Warm Wednesdays '],
  ['costPence', '£6,400.50'],
  ['startsOn-day', '2'],
  ['startsOn-month', '12'],
  ['startsOn-year', '2026'],
  ['themes', 'warmth'],
  ['themes', 'company'],
  ['noisy', 'yes'],
  ['people', ''],
  ['contact.email', 'amara@example.org'],
  ['csrfToken', 'abc'],
];

function post(fields: readonly (readonly [string, string])[]): Request {
  return new Request('http://place.test/', { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) });
}

function changed(changes: Readonly<Record<string, string | null>>): Request {
  return post(
    good.flatMap(([name, value]) =>
      name in changes ? (changes[name] === null ? [] : [[name, changes[name] as string] as const]) : [[name, value] as const],
    ),
  );
}

test('a form becomes what its schema names: pence, a day, lists, nested values; the token is left out', async () => {
  expect(await readForm(post(good), schema)).toEqual({
    ok: true,
    value: {
      formId: '7d444840-9dc0-41d1-b245-5ffdce74fad2',
      title: 'Warm Wednesdays',
      costPence: 640_050,
      startsOn: '2026-12-02',
      themes: ['warmth', 'company'],
      noisy: true,
      people: null,
      contact: { email: 'amara@example.org' },
    },
  });
});

test('every mistake comes at once, in order, with what was typed', async () => {
  const request = changed({
    title: '',
    costPence: 'a lot',
    'startsOn-day': '31',
    'startsOn-month': '2',
    themes: null,
    'contact.email': 'amara',
  });
  const result = await readForm(request, schema, { title: 'Write what your proposal is called' });
  if (result.ok) throw new Error('It should have been refused.');
  expect(result.problem.mistakes).toEqual([
    { path: 'title', message: 'Write what your proposal is called' },
    { path: 'costPence', message: 'Write a sum of money in pounds, like 1,240 or 1240.50' },
    { path: 'startsOn', message: 'Write a real day, like 27 3 2027' },
    { path: 'themes', message: 'Choose at least one theme' },
    { path: 'contact.email', message: 'Write an e-mail address like name@example.org' },
  ]);
  expect(result.problem.typed).toMatchObject({ costPence: 'a lot', 'startsOn-day': '31', noisy: 'yes' });
  expect(result.problem.typed).not.toHaveProperty('csrfToken');
});

test('text that is too long says how long it may be', async () => {
  const result = await readForm(changed({ title: 'A title of twenty-one' }), schema);
  expect(result).toMatchObject({ ok: false, problem: { mistakes: [{ path: 'title', message: 'Use 20 letters or fewer' }] } });
});

test('an empty optional day is left out, and a box that was not ticked is false', async () => {
  const result = await readForm(changed({ 'startsOn-day': '', 'startsOn-month': '', 'startsOn-year': '', noisy: null }), schema);
  expect(result).toMatchObject({ ok: true, value: { noisy: false } });
  if (result.ok) expect(result.value).not.toHaveProperty('startsOn');
});

test('half a day is a mistake, not an empty day', async () => {
  const result = await readForm(changed({ 'startsOn-year': '' }), schema);
  expect(result).toMatchObject({ ok: false, problem: { mistakes: [{ path: 'startsOn' }] } });
});
