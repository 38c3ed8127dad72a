import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Published data, wherever it lies. */
export interface PublishedFolder {
  /** As it was named: a folder or an address. */
  readonly name: string;
  /** A file's bytes, or null when it is not there. */
  read(path: string): Promise<Buffer | null>;
  /** The paths of all files, or null where that cannot be known, as on the web. */
  list(): Promise<readonly string[] | null>;
}

/** Opens a folder, or the address of one; its `manifest.json` is looked for in it. */
export function openPublished(name: string): PublishedFolder {
  return /^https?:\/\//.test(name) ? onTheWeb(name) : onDisk(name);
}

/** Files kept in memory, as a page of ours or a test has them. */
export function inMemory(name: string, files: ReadonlyMap<string, Buffer>): PublishedFolder {
  return { name, read: async (path) => files.get(path) ?? null, list: async () => [...files.keys()] };
}

function onDisk(folder: string): PublishedFolder {
  return {
    name: folder,
    read: async (path) => {
      try {
        return await readFile(join(folder, path));
      } catch (fault) {
        if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '')) return null;
        throw fault;
      }
    },
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return files.map((path) => path.slice(join(folder, '/').length).replaceAll('\\', '/'));
    },
  };
}

function onTheWeb(address: string): PublishedFolder {
  const base = address.replace(/(manifest\.json)?$/, '').replace(/\/*$/, '/');
  return {
    name: base,
    read: async (path) => {
      const answer = await fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), base));
      if (answer.status === 404 || answer.status === 410) return null;
      if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
      return Buffer.from(await answer.arrayBuffer());
    },
    list: async () => null,
  };
}
