import { createHash } from 'node:crypto';
import type { Findings } from './finding.ts';
import type { PublishedFolder } from './published-folder.ts';

/** The published files that are what their manifest says, by path. */
export interface Published {
  readonly neighbourhoodId: string;
  readonly files: ReadonlyMap<string, string>;
}

const manifestFile = 'manifest.json';
const sumFile = 'manifest.json.sha256';

interface Listed {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** SHA-256 as lower-case hex. */
export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads all that the manifest lists and compares sizes and sums; files that are there but not listed are findings too, where
 * they can be seen. Returns null when there is no manifest to go by. Changed files are returned as well: the checks after
 * this one may say what in them is wrong.
 */
export async function checkManifest(folder: PublishedFolder, findings: Findings): Promise<Published | null> {
  const bytes = await folder.read(manifestFile);
  if (bytes === null) {
    findings.add({ file: manifestFile }, 'is not there, so nothing can be checked');
    return null;
  }
  const sum = await folder.read(sumFile);
  if (sum?.toString('utf8') !== `${sha256(bytes)}  ${manifestFile}\n`) {
    findings.add(
      { file: sum === null ? sumFile : manifestFile },
      sum === null ? 'is not there' : `is not the file that ${sumFile} was made for`,
    );
  }
  const manifest = readManifest(bytes, findings);
  if (manifest === null) return null;
  const files = new Map<string, string>();
  for (const listed of manifest.files) {
    const text = await readListed(folder, listed, findings);
    if (text !== null) files.set(listed.path, text);
  }
  const known = new Set([manifestFile, sumFile, ...manifest.files.map((listed) => listed.path)]);
  for (const path of (await folder.list()) ?? []) if (!known.has(path)) findings.add({ file: path }, 'is not listed in the manifest');
  return { neighbourhoodId: manifest.neighbourhoodId, files };
}

async function readListed(folder: PublishedFolder, listed: Listed, findings: Findings): Promise<string | null> {
  const bytes = await folder.read(listed.path);
  if (bytes === null) {
    findings.add({ file: listed.path }, 'is in the manifest but is not there');
    return null;
  }
  if (bytes.length !== listed.bytes) findings.add({ file: listed.path }, `has ${bytes.length} bytes; the manifest says ${listed.bytes}`);
  else if (sha256(bytes) !== listed.sha256) findings.add({ file: listed.path }, 'was changed: its SHA-256 is not the one in the manifest');
  return bytes.toString('utf8');
}

function readManifest(bytes: Buffer, findings: Findings): { neighbourhoodId: string; files: readonly Listed[] } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    findings.add({ file: manifestFile }, 'is not JSON');
    return null;
  }
  const { format, neighbourhood, files } = (parsed ?? {}) as { format?: unknown; neighbourhood?: { id?: unknown }; files?: unknown };
  if (format !== 'pursestrings-open-data/1' || typeof neighbourhood?.id !== 'string' || !Array.isArray(files)) {
    findings.add({ file: manifestFile }, 'is not a manifest of this kind of open data (pursestrings-open-data/1)');
    return null;
  }
  const good = files.filter(isListed);
  if (good.length !== files.length)
    findings.add({ file: manifestFile, field: 'files' }, 'lists a file without its path, size or sum, or outside the folder');
  return { neighbourhoodId: neighbourhood.id, files: good };
}

function isListed(value: unknown): value is Listed {
  const { path, sha256: sum, bytes } = (value ?? {}) as Partial<Record<keyof Listed, unknown>>;
  if (typeof path !== 'string' || typeof sum !== 'string' || typeof bytes !== 'number') return false;
  return path.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));
}
