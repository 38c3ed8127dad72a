import type { Findings } from './finding.ts';

/** A value read from JSON, of which nothing is known yet. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Reads a published JSON file; null, with a finding, where it is missing, not JSON, or not of the `format` it should name. */
export function jsonOf(files: ReadonlyMap<string, string>, about: { file: string; format?: string }, findings: Findings): Json {
  const text = files.get(about.file);
  if (text === undefined) {
    findings.add({ file: about.file }, 'is not there');
    return null;
  }
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    findings.add({ file: about.file }, 'is not JSON');
    return null;
  }
  if (about.format !== undefined && field(value, 'format') !== about.format) {
    findings.add({ file: about.file, field: 'format' }, `must be ${about.format}`);
    return null;
  }
  return value;
}

/** The value under `key`, or null where `value` is no object or has none. */
export function field(value: Json | undefined, key: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return (value as { readonly [key: string]: Json })[key] ?? null;
}

/** The items of a list; none where `value` is no list. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** A text or number as text; '' for anything else, null included. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Where two values first differ, as 'steps[2].cost'; null where they are the same. */
export function firstDifference(one: Json | undefined, two: Json | undefined, path = ''): string | null {
  if (Object.is(one, two)) return null;
  const bothLists = Array.isArray(one) && Array.isArray(two);
  if (!bothLists && (!isObject(one) || !isObject(two))) return path === '' ? '(the whole)' : path;
  const [a, b] = [one as { readonly [key: string]: Json }, two as { readonly [key: string]: Json }];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const step = bothLists ? `[${key}]` : `${path === '' ? '' : '.'}${key}`;
    const found = firstDifference(a[key], b[key], `${path}${step}`);
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
