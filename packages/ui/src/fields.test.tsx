import { renderToStaticMarkup } from 'react-dom/server';
import { Checkboxes, Radios } from './choice-fields.tsx';
import { DateField, typedDay } from './date-field.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { describedBy, fieldId } from './field-frame.tsx';
import { MoneyField } from './money-field.tsx';
import { TextField } from './text-field.tsx';
import { englishUiWords, UiWordsContext } from './words.tsx';

test('a field with hint and error names both for screen readers, and keeps what was typed', () => {
  const html = renderToStaticMarkup(
    <TextField name="contact.phone" label="Phone" hint="So that we can ring" error="Write a phone number" value="<12>" />,
  );
  expect(html).toContain('<label class="question" for="contact-phone">Phone</label>');
  expect(html).toContain('aria-describedby="contact-phone-hint contact-phone-error"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('value="&lt;12&gt;"');
  expect(html).toContain('<span class="away">Error: </span>Write a phone number');
});

test('a field without mistakes carries no sign of one', () => {
  const html = renderToStaticMarkup(<MoneyField name="costPence" label="Cost" />);
  expect(html).not.toContain('aria-invalid');
  expect(html).not.toContain('aria-describedby');
  expect(describedBy({ name: 'x', label: 'X', hint: '' })).toBeUndefined();
});

test('each mistake links to the box that carries the id of its field', () => {
  const summary = renderToStaticMarkup(
    <ErrorSummary
      errors={[{ name: 'startsOn', words: 'Write a real day' }, { name: 'who', words: 'Choose one' }, { words: 'Try again' }]}
    />,
  );
  expect(summary).toContain('<a href="#startsOn">Write a real day</a>');
  expect(summary).toContain('<li>Try again</li>');
  expect(summary).toMatch(/role="alert".*tabindex="-1"/);
  expect(summary).toContain('autofocus');
  expect(renderToStaticMarkup(<DateField name="startsOn" label="When?" />)).toMatch(/id="startsOn" [^>]*name="startsOn-day"/);
  expect(renderToStaticMarkup(<Radios name="who" label="Who?" options={[{ value: 'a', label: 'A' }]} />)).toContain('id="who"');
  expect(fieldId('a.b[0]')).toBe('a-b-0-');
});

test('no mistakes, no summary', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
});

test('ticked answers stay ticked, and every box has its own id', () => {
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  const html = renderToStaticMarkup(<Checkboxes name="themes" label="What about?" options={options} values={['b']} />);
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toMatch(/id="themes-2"[^>]*checked=""[^>]*value="b"/);
  expect([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])).toEqual(['themes', 'themes-2', 'themes-3']);
});

test('a day is shown as people write it, and what is no day stays as typed', () => {
  expect(typedDay('2027-03-05')).toEqual({ day: '5', month: '3', year: '2027' });
  expect(typedDay({ day: '31', month: 'Feb', year: '' })).toEqual({ day: '31', month: 'Feb', year: '' });
  expect(typedDay(undefined)).toEqual({ day: '', month: '', year: '' });
});

test('words can be in another language', () => {
  const html = renderToStaticMarkup(
    <UiWordsContext value={{ ...englishUiWords, thereIsAProblem: 'Mae problem' }}>
      <ErrorSummary errors={[{ words: 'x' }]} />
    </UiWordsContext>,
  );
  expect(html).toContain('Mae problem');
});
