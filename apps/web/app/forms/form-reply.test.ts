import { apiRefused, formRefused, formState } from './form-reply.ts';
import { readTyped } from './typed.ts';

async function posted(fields: readonly (readonly [string, string])[]): Promise<Request> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const request = new Request('http://place.test/', { method: 'POST', body });
  await readTyped(request);
  return request;
}

test('before anything was sent, a form shows what was there before', () => {
  const form = formState(undefined);
  expect(form.hasErrors).toBe(false);
  expect(form.value('title', 'Tool library')).toBe('Tool library');
  expect(form.values('themes', ['warmth'])).toEqual(['warmth']);
  expect(form.day('startsOn', '2026-12-02')).toBe('2026-12-02');
});

test('after a mistake a form shows what was typed, also where a box was emptied or a tick taken out', async () => {
  const request = await posted([
    ['title', ''],
    ['startsOn-day', '31'],
    ['startsOn-month', '2'],
    ['startsOn-year', ''],
  ]);
  const reply = await apiRefused(request, { code: 'too-late' }, { refusals: { 'too-late': 'The vote has closed' } });
  const form = formState(reply.data);
  expect(form.value('title', 'Tool library')).toBe('');
  expect(form.values('themes', ['warmth'])).toEqual([]);
  expect(form.day('startsOn', '2026-12-02')).toEqual({ day: '31', month: '2', year: '' });
  expect(form.errors).toEqual([{ name: undefined, words: 'The vote has closed' }]);
  expect(reply.init).toEqual({ status: 422 });
});

test("a refusal about one field stands at that field; the API's own mistakes stand at theirs", async () => {
  const about = { refusals: { 'too-dear': { field: 'costPence', words: 'There is not so much in the purse' } } };
  const dear = formState((await apiRefused(await posted([['costPence', '9']]), { code: 'too-dear' }, about)).data);
  expect(dear.error('costPence')).toBe('There is not so much in the purse');
  const wrong = { code: 'not-valid', mistakes: [{ path: 'body.contact.phone', message: 'Write a phone number' }] };
  const phone = formState((await apiRefused(await posted([]), wrong, { refusals: {} })).data);
  expect(phone.error('contact.phone')).toBe('Write a phone number');
});

test('common refusals have words already; an unknown one is a fault of ours', async () => {
  const request = await posted([]);
  const busy = formState((await apiRefused(request, { code: 'try-again' }, { refusals: {} })).data);
  expect(busy.errors[0]?.words).toContain('Nothing was changed');
  await expect(apiRefused(request, { code: 'nobody-knows' }, { refusals: {} })).rejects.toThrow("no words for 'nobody-knows'");
});

test('a form that could not be read comes back with status 422', () => {
  const reply = formRefused({ code: 'not-valid', mistakes: [{ path: 'title', message: 'Write it' }], typed: { title: '' } });
  expect(reply.init).toEqual({ status: 422 });
  expect(formState(reply.data).hasErrors).toBe(true);
});
