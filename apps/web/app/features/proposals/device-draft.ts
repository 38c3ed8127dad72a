/** Something typed and not sent yet, as a device keeps it. */
interface Kept {
  readonly text: string;
  /** The answer that the server had while it was typed. */
  readonly before: string;
  readonly atMs: number;
}

/** How long a device keeps what was typed: phones are lent and sold. */
const keptForMs = 7 * 24 * 60 * 60 * 1000;

/** What a device can keep things in; `localStorage` in a browser. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The answers of a form that a device keeps until they are sent. A shelf that is full or forbidden keeps nothing, and
 * nothing else changes.
 */
export class DeviceDraft {
  private readonly shelf: Shelf;
  private readonly key: string;

  /** `name` is the proposal and its question. */
  constructor(shelf: Shelf, name: string) {
    this.shelf = shelf;
    this.key = `pursestrings:proposal:${name}`;
  }

  /**
   * What was typed and never sent; null for nothing. `saved` is the answer that the server has now: where it has changed
   * since, what was kept is older and is forgotten.
   */
  restored(saved: string, nowMs: number): string | null {
    const kept = this.read();
    if (kept === null) return null;
    if (kept.before === saved && kept.text !== saved && nowMs - kept.atMs < keptForMs) return kept.text;
    this.forget();
    return null;
  }

  /** Keeps what is typed now, or forgets it where it is what the server has. */
  keep(text: string, before: string, nowMs: number): void {
    if (text === before) this.forget();
    else this.quietly(() => this.shelf.setItem(this.key, JSON.stringify({ text, before, atMs: nowMs } satisfies Kept)));
  }

  forget(): void {
    this.quietly(() => this.shelf.removeItem(this.key));
  }

  private read(): Kept | null {
    const text = this.quietly(() => this.shelf.getItem(this.key));
    if (typeof text !== 'string') return null;
    const kept = this.quietly(() => JSON.parse(text) as Partial<Kept>);
    const fits = typeof kept?.text === 'string' && typeof kept.before === 'string' && typeof kept.atMs === 'number';
    return fits ? (kept as Kept) : null;
  }

  private quietly<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      return undefined;
    }
  }
}
