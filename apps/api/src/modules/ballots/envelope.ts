import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { isUuid } from '@pursestrings/basics/ids';

/** RFC 9180 with X25519, HKDF-SHA256 and AES-256-GCM. */
const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const version = 1;
const hashBytes = 32;
const encapsulatedBytes = 32;
const tagBytes = 16;

/** A key as the suite holds it. */
export type HpkeKey = Awaited<ReturnType<typeof suite.kem.deserializePublicKey>>;

/** What an envelope is bound to: it opens for this round under these rules and no other. */
export interface EnvelopeFor {
  readonly roundId: string;
  readonly rulesHash: Uint8Array;
  readonly projects: number;
}

/** A round key pair as raw bytes: the public half is published, the private half opens the box. */
export async function makeRoundKey(): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/** How long the plain text is: version, rules, a byte a project, filled up to a multiple of 32 so that it is one length for all. */
function plainBytes(projects: number): number {
  return Math.ceil((1 + hashBytes + projects) / 32) * 32;
}

/** The length of every envelope of a round with so many projects. */
export function envelopeBytesFor(projects: number): number {
  return encapsulatedBytes + plainBytes(projects) + tagBytes;
}

function infoOf({ roundId, rulesHash }: EnvelopeFor): Uint8Array {
  if (!isUuid(roundId)) throw new Error('A round id is a UUID.');
  return Buffer.concat([Buffer.from('pb-ballot/1'), Buffer.from(roundId.replaceAll('-', ''), 'hex'), rulesHash]);
}

/** Seals the marks of one ballot. Only whoever holds the round's private key can read them again. */
export async function seal(marks: Uint8Array, to: EnvelopeFor & { readonly publicKey: HpkeKey }): Promise<Buffer> {
  if (marks.length !== to.projects) throw new Error('A ballot has one byte for each project.');
  const plain = new Uint8Array(plainBytes(to.projects));
  plain[0] = version;
  plain.set(to.rulesHash, 1);
  plain.set(marks, 1 + hashBytes);
  const sender = await suite.createSenderContext({ recipientPublicKey: to.publicKey, info: bytesOf(infoOf(to)) });
  const sealed = await sender.seal(bytesOf(plain));
  return Buffer.concat([new Uint8Array(sender.enc), new Uint8Array(sealed)]);
}

/** The marks in an envelope, or null when it does not open or was made for other rules: then it is void. */
export async function open(envelope: Uint8Array, from: EnvelopeFor & { readonly privateKey: HpkeKey }): Promise<Uint8Array | null> {
  if (envelope.length !== envelopeBytesFor(from.projects)) return null;
  let plain: Uint8Array;
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: from.privateKey,
      enc: bytesOf(envelope.subarray(0, encapsulatedBytes)),
      info: bytesOf(infoOf(from)),
    });
    plain = new Uint8Array(await recipient.open(bytesOf(envelope.subarray(encapsulatedBytes))));
  } catch {
    return null;
  }
  const rules = plain.subarray(1, 1 + hashBytes);
  const filling = plain.subarray(1 + hashBytes + from.projects);
  if (plain[0] !== version || !Buffer.from(rules).equals(from.rulesHash) || filling.some((byte) => byte !== 0)) return null;
  return plain.slice(1 + hashBytes, 1 + hashBytes + from.projects);
}

/** A public key as HPKE takes it, from its raw bytes. */
export async function readPublicKey(raw: Uint8Array): Promise<HpkeKey> {
  return await suite.kem.deserializePublicKey(bytesOf(raw));
}

/** A private key as HPKE takes it, from its raw bytes. */
export async function readPrivateKey(raw: Uint8Array): Promise<HpkeKey> {
  return await suite.kem.deserializePrivateKey(bytesOf(raw));
}

/** The bytes in a buffer of their own: a view into a larger one would hand over its neighbours. */
function bytesOf(view: Uint8Array): ArrayBuffer {
  return Uint8Array.from(view).buffer;
}
