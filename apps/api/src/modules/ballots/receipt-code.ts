/** Digits and letters that are not mistaken for each other; five bits each. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 60 bits of a receipt as four groups of three, as in 'K3M-9XQ-0TV-B7A': a shape unlike a voting code's. */
export function receiptCode(receipt: Uint8Array): string {
  const bits = Buffer.from(receipt.subarray(0, 8)).readBigUInt64BE() >> 4n;
  const letters = Array.from({ length: 12 }, (_, at) => alphabet[Number((bits >> BigInt(55 - at * 5)) & 31n)]).join('');
  return letters.replace(/(.{3})(?=.)/g, '$1-');
}

/** The least and the greatest receipt that begin as `code` says; null when it is no such code. Case, spaces and hyphens do not matter. */
export function receiptRange(code: string): { lowest: Buffer; highest: Buffer } | null {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (plain.length !== 12 || [...plain].some((letter) => !alphabet.includes(letter))) return null;
  const bits = [...plain].reduce((sum, letter) => (sum << 5n) | BigInt(alphabet.indexOf(letter)), 0n);
  const lowest = Buffer.alloc(32, 0);
  const highest = Buffer.alloc(32, 0xff);
  lowest.writeBigUInt64BE(bits << 4n);
  highest.writeBigUInt64BE((bits << 4n) | 15n);
  return { lowest, highest };
}
