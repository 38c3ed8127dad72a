import { postcodesIn } from './set-up.rules.ts';

test('L18: an area is read from any spacing, case and separator, each postcode once', () => {
  expect(postcodesIn('qk4 1ab\nQK41AB, QK4 2zz;\tW1A 0AX\n\n')).toEqual({ ok: true, value: ['QK41AB', 'QK42ZZ', 'W1A0AX'] });
});

test('what cannot be a postcode is refused by name', () => {
  expect(postcodesIn('QK4 1AB\nthe mill\nQK4')).toEqual({ ok: false, problem: { code: 'postcodes-wrong', wrong: ['the mill', 'QK4'] } });
  expect(postcodesIn(' \n,')).toEqual({ ok: false, problem: { code: 'no-postcodes' } });
});
