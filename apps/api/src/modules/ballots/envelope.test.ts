import { randomBytes, randomUUID } from 'node:crypto';
import { envelopeBytesFor, makeRoundKey, open, readPrivateKey, readPublicKey, seal } from './envelope.ts';

const marks = Uint8Array.from([1, 0, 1, 0, 0, 1, 1]);

async function makeBox() {
  const { publicKey, privateKey } = await makeRoundKey();
  const bound = { roundId: randomUUID() as string, rulesHash: randomBytes(32), projects: marks.length };
  return { to: { ...bound, publicKey: await readPublicKey(publicKey) }, from: { ...bound, privateKey: await readPrivateKey(privateKey) } };
}

test('an envelope opens with its round’s key, and two of the same ballot are not alike', async () => {
  const { to, from } = await makeBox();
  const [one, other] = [await seal(marks, to), await seal(marks, to)];
  expect(await open(one, from)).toEqual(marks);
  expect(one.equals(other)).toBe(false);
});

test('every ballot of a round is one length, however much is chosen', async () => {
  const { to } = await makeBox();
  const lengths = await Promise.all(
    [marks, new Uint8Array(7), new Uint8Array(7).fill(1)].map(async (each) => (await seal(each, to)).length),
  );
  expect(new Set(lengths)).toEqual(new Set([envelopeBytesFor(7)]));
});

test('an envelope of another round, other rules, another key, or with one bit changed does not open', async () => {
  const { to, from } = await makeBox();
  const envelope = await seal(marks, to);
  const changed = Buffer.from(envelope);
  changed[40] = (changed[40] ?? 0) ^ 1;
  expect(await open(envelope, { ...from, roundId: randomUUID() })).toBeNull();
  expect(await open(envelope, { ...from, rulesHash: randomBytes(32) })).toBeNull();
  expect(await open(envelope, { ...from, privateKey: (await makeBox()).from.privateKey })).toBeNull();
  expect(await open(changed, from)).toBeNull();
  expect(await open(envelope.subarray(1), from)).toBeNull();
});
