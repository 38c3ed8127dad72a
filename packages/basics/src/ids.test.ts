import { idOf, isUuid, newId, newSecretId, newSlugEnding, slugFrom } from './ids.ts';

test('ids made later sort later, and name version 7', () => {
  const early = newId(1_000);
  const late = newId(2_000);
  expect(early < late).toBe(true);
  expect(early[14]).toBe('7');
  expect(isUuid(early)).toBe(true);
});

test('a secret id carries no time', () => {
  expect(newSecretId()[14]).toBe('4');
  expect(() => idOf('nonsense')).toThrow(RangeError);
});

test('slugs keep names readable', () => {
  expect(slugFrom("Widow's café – Łódź & co.")).toBe('widows-cafe-lodz-co');
  expect(slugFrom('🎉')).toBe('untitled');
  expect(newSlugEnding()).toMatch(/^[a-z2-9]{6}$/);
});
