import { checkDataController, checkOldEnough, plainPostcode } from './joining.rules.ts';

test('H3: nobody under 13 gets an account', () => {
  expect(checkOldEnough({ isThirteenOrOlder: true }, 2026).ok).toBe(true);
  expect(checkOldEnough({ isThirteenOrOlder: false }, 2026).ok).toBe(false);
  expect(checkOldEnough({ isThirteenOrOlder: true, bornYear: 2013 }, 2026).ok).toBe(true);
  expect(checkOldEnough({ isThirteenOrOlder: true, bornYear: 2014 }, 2026).ok).toBe(false);
});

test('H5: no person before the data controller', () => {
  expect(checkDataController('The Trust').ok).toBe(true);
  expect(checkDataController(' ').ok).toBe(false);
  expect(checkDataController(null).ok).toBe(false);
});

test('L18: any spacing and case is the same postcode', () => {
  for (const typed of ['QK4 1AB', 'qk41ab', ' qk4  1ab ', 'QK4-1AB', 'qK4 1aB']) expect(plainPostcode(typed)).toBe('QK41AB');
});
