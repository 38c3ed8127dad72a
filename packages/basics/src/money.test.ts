import { decimalPounds, exactPounds, headlinePounds, pence, penceFromDatabase, penceFromPounds, plainPounds, sumPence } from './money.ts';

test('L30: only whole pence are money', () => {
  expect(() => pence(0.1)).toThrow('Money must be whole pence, got 0.1.');
  expect(() => pence(2 ** 53)).toThrow(RangeError);
  expect(() => penceFromDatabase('12.5')).toThrow(RangeError);
  expect(penceFromDatabase('129755574')).toBe(129_755_574);
});

test('what people type is read to the penny, or refused', () => {
  expect(penceFromPounds('£1,240')).toBe(124_000);
  expect(penceFromPounds(' 1240.5 ')).toBe(124_050);
  expect(penceFromPounds('0.07')).toBe(7);
  for (const wrong of ['', '-5', '1.234', 'ten', '1e3', '£']) expect(penceFromPounds(wrong)).toBeNull();
});

test('headlines round towards zero; records keep their pence', () => {
  expect(headlinePounds(pence(38_231_556))).toBe('£382,315');
  expect(exactPounds(pence(38_231_500))).toBe('£382,315.00');
  expect(plainPounds(pence(960_000))).toBe('£9,600');
  expect(plainPounds(pence(-3_245))).toBe('−£32.45');
  expect(decimalPounds(pence(-5))).toBe('-0.05');
});

test('a sum that would no longer be exact is refused', () => {
  expect(sumPence([pence(1), pence(2)])).toBe(3);
  expect(() => sumPence([pence(Number.MAX_SAFE_INTEGER), pence(1)])).toThrow(RangeError);
});
