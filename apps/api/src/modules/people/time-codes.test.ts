import { base32, otpauthLink, stepOfCode, timeCode } from './time-codes.ts';

const secret = Buffer.from('12345678901234567890');

test('codes are those of RFC 6238, appendix B', () => {
  // The appendix prints eight digits; ours are the last six.
  const published: readonly (readonly [seconds: number, code: string])[] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ];
  for (const [seconds, code] of published) expect(timeCode(secret, Math.floor(seconds / 30))).toBe(code.slice(-6));
});

test('a code is taken one step early or late, once, and never by its length alone', () => {
  const atMs = 1_111_111_111_000;
  const step = Math.floor(atMs / 30_000);
  const typed = (at: number) => timeCode(secret, at);
  expect(stepOfCode(secret, typed(step), { atMs, lastStep: null })).toBe(step);
  expect(stepOfCode(secret, typed(step - 1), { atMs, lastStep: null })).toBe(step - 1);
  expect(stepOfCode(secret, typed(step + 1), { atMs, lastStep: null })).toBe(step + 1);
  expect(stepOfCode(secret, typed(step - 2), { atMs, lastStep: null })).toBeNull();
  expect(stepOfCode(secret, typed(step + 2), { atMs, lastStep: null })).toBeNull();
  expect(stepOfCode(secret, typed(step), { atMs, lastStep: step })).toBeNull();
  expect(stepOfCode(secret, `${typed(step)}0`, { atMs, lastStep: null })).toBeNull();
  expect(stepOfCode(secret, '', { atMs, lastStep: null })).toBeNull();
});

test('the secret is written as RFC 4648 has it', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(base32(Buffer.from('f'))).toBe('MY');
  expect(otpauthLink(secret, 'denise@example.org')).toBe(
    'otpauth://totp/Pursestrings%3Adenise%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pursestrings&algorithm=SHA1&digits=6&period=30',
  );
});
