import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds for which a code is shown by the app on a phone (RFC 6238, section 4: the recommended step). */
const stepSeconds = 30;

/** The six digits that RFC 6238 (with HMAC-SHA-1, as apps expect) gives for `secret` in time step `step`. */
export function timeCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  // RFC 4226, section 5.3: the last four bits say where the 31 bits are taken.
  const offset = (mac[mac.length - 1] ?? 0) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/**
 * The time step whose code was typed, or null when it is none of those around `atMs`: one step early or late is
 * taken, for slow typing and clocks that are off. A step up to `lastStep` is refused, so that no code is used twice.
 */
export function stepOfCode(
  secret: Buffer,
  code: string,
  { atMs, lastStep }: { readonly atMs: number; readonly lastStep: number | null },
): number | null {
  const now = Math.floor(atMs / 1000 / stepSeconds);
  let found: number | null = null;
  for (const step of [now - 1, now, now + 1]) {
    const same = timingSafeEqual(Buffer.from(timeCode(secret, step)), Buffer.from(code.padEnd(6).slice(0, 6)));
    if (same && code.length === 6 && (lastStep === null || step > lastStep)) found = step;
  }
  return found;
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base 32 (RFC 4648), without padding: how apps take a secret typed by hand. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => base32Letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The link that apps read, on the phone itself or as a picture of squares. */
export function otpauthLink(secret: Buffer, account: string): string {
  const label = `Pursestrings:${account}`;
  return `otpauth://totp/${encodeURIComponent(label)}?secret=${base32(secret)}&issuer=Pursestrings&algorithm=SHA1&digits=6&period=${stepSeconds}`;
}
