import * as fc from 'fast-check';
import { receiptCode, receiptRange } from './receipt-code.ts';

const receipt = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a receipt lies in the range of its own code, in any case and spacing', () => {
  void fc.assert(
    fc.property(receipt, (bytes) => {
      const code = receiptCode(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){3}$/);
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')]) {
        const range = receiptRange(typed);
        if (!range) throw new Error('no range');
        expect(Buffer.compare(range.lowest, bytes)).toBeLessThanOrEqual(0);
        expect(Buffer.compare(range.highest, bytes)).toBeGreaterThanOrEqual(0);
        expect(receiptCode(range.lowest)).toBe(code);
        expect(receiptCode(range.highest)).toBe(code);
      }
    }),
  );
});

test('letters that look like figures are taken for them; anything else is no code', () => {
  expect(receiptRange('O0I-1L0-000-000')).toEqual(receiptRange('001-110-000-000'));
  for (const typed of ['', 'ABC', 'ABC-DEF-GHJ-KMU', 'ABC-DEF-GHJ-KMNP', "' OR 1=1 --"]) expect(receiptRange(typed)).toBeNull();
});
