import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Module, parseSync } from '@swc/core';

/** A file of the repository: its path from the root with '/', and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A node of the syntax tree, as far as the rules look into it. */
export interface SyntaxNode {
  readonly type: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/** A visited node with the line it stands on, its source text, and the nodes around it, innermost last. */
export interface Visited {
  readonly node: SyntaxNode;
  readonly line: number;
  readonly source: string;
  readonly around: readonly SyntaxNode[];
}

const skipped = new Set(['node_modules', 'dist', 'build', 'coverage', 'test-results', 'playwright-report', 'results']);

/** Every file of ours under `root` with one of the endings, sorted by path; built, installed and hidden folders left out. */
export function sourceFiles(root: string, endings: readonly string[]): readonly SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (endings.some((ending) => path.endsWith(ending))) found.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  walk('');
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** All nodes of a TypeScript or JavaScript file, outermost first. Throws when the text does not parse. */
export function* nodesOf(file: SourceFile): Generator<Visited> {
  // The parser counts bytes over all files of the process; a semicolon at the very start shows where this file begins.
  const bytes = Buffer.from(`;${file.text.replace(/^#!/, '//')}`);
  const module = parseSync(bytes.toString(), { syntax: 'typescript', tsx: /x$/.test(file.path), decorators: true, target: 'es2024' });
  yield* visit(module, { bytes, start: module.span.start }, []);
}

interface Place {
  readonly bytes: Buffer;
  readonly start: number;
}

function* visit(value: unknown, place: Place, around: readonly SyntaxNode[]): Generator<Visited> {
  if (Array.isArray(value)) {
    for (const item of value) yield* visit(item, place, around);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as SyntaxNode | Module;
  const inner = isNode(node) ? [...around, node] : around;
  if (isNode(node)) {
    const from = node.span.start - place.start;
    const source = place.bytes.subarray(from, node.span.end - place.start).toString();
    yield { node, source, line: place.bytes.subarray(0, from).toString().split('\n').length, around };
  }
  for (const [key, child] of Object.entries(node)) if (key !== 'span') yield* visit(child, place, inner);
}

function isNode(value: object): value is SyntaxNode & { readonly span: { readonly start: number; readonly end: number } } {
  return 'type' in value && typeof value.type === 'string' && 'span' in value && typeof value.span === 'object' && value.span !== null;
}
