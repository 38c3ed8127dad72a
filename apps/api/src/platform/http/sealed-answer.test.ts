import { randomBytes, randomUUID } from 'node:crypto';
import { AnswerSeal } from './sealed-answer.ts';

test('an answer is read again by its own form and secret alone', () => {
  const [secret, formId] = [randomBytes(32), randomUUID()];
  const sealed = new AnswerSeal(secret, formId).seal('{"code":"KETTLE-42"}');
  expect(new AnswerSeal(secret, formId.toUpperCase()).open(sealed)).toBe('{"code":"KETTLE-42"}');
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('KETTLE');
  expect(() => new AnswerSeal(secret, randomUUID()).open(sealed)).toThrow();
  expect(() => new AnswerSeal(randomBytes(32), formId).open(sealed)).toThrow();
  expect(() => new AnswerSeal(secret, formId).open(`A${sealed.slice(1)}`)).toThrow();
});
