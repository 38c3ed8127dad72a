import { DeviceDraft, type Shelf } from './device-draft.ts';

function makeShelf(): Shelf & { readonly things: Map<string, string> } {
  const things = new Map<string, string>();
  return {
    things,
    getItem: (key) => things.get(key) ?? null,
    setItem: (key, value) => void things.set(key, value),
    removeItem: (key) => void things.delete(key),
  };
}

const day = 24 * 60 * 60 * 1000;

test('what was typed and not sent comes back', () => {
  const draft = new DeviceDraft(makeShelf(), 'a:what');
  draft.keep('Three benches', '', 0);
  expect(draft.restored('', day)).toBe('Three benches');
});

test('what was sent, or changed on another phone, is forgotten', () => {
  for (const saved of ['Three benches', 'Four benches']) {
    const shelf = makeShelf();
    const draft = new DeviceDraft(shelf, 'a:what');
    draft.keep('Three benches', '', 0);
    expect(draft.restored(saved, 0)).toBeNull();
    expect(shelf.things.size).toBe(0);
  }
});

test('nothing is kept for longer than a week, nor what the server has anyway', () => {
  const shelf = makeShelf();
  const draft = new DeviceDraft(shelf, 'a:what');
  draft.keep('Three benches', '', 0);
  expect(draft.restored('', 7 * day)).toBeNull();
  draft.keep('Same', 'Same', 0);
  expect(shelf.things.size).toBe(0);
});

test('a shelf that refuses, or holds nonsense, is no fault', () => {
  const refuse = (): never => {
    throw new Error('full');
  };
  const draft = new DeviceDraft({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'a');
  draft.keep('x', '', 0);
  expect(draft.restored('', 0)).toBeNull();
  for (const nonsense of ['{', 'null', '{"text":1}', '"x"']) {
    expect(new DeviceDraft({ ...makeShelf(), getItem: () => nonsense }, 'a').restored('', 0)).toBeNull();
  }
});
