import { ok, problem, type Result } from '@pursestrings/basics/result';

/** A place with what it brings, as an officer typed it: 'Kettlewick, 7840, 120'. */
export interface PlaceLine {
  /** In lower case: its short name, its name, or its code. */
  readonly place: string;
  readonly population: number;
  readonly needIndex: string | null;
}

/** What is wrong with a line; lines count from 1. */
export interface LineFault {
  readonly line: number;
  readonly reason: 'not-three-parts' | 'people-not-a-number' | 'index-not-a-number' | 'place-unknown' | 'place-twice';
}

export type PlaceLinesProblem = { readonly code: 'lines-not-understood'; readonly faults: readonly LineFault[] };

/** Reads lines of 'place, people' or 'place, people, index', by commas or tabs as copied from a spreadsheet. Empty lines are let through. All or nothing. */
export function readPlaceLines(text: string): Result<readonly PlaceLine[], PlaceLinesProblem> {
  const faults: LineFault[] = [];
  const places: PlaceLine[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue;
    const read = readLine(raw);
    const reason = typeof read === 'string' ? read : places.some(({ place }) => place === read.place) ? 'place-twice' : null;
    if (reason !== null) faults.push({ line: index + 1, reason });
    else if (typeof read !== 'string') places.push(read);
  }
  return faults.length > 0 ? problem({ code: 'lines-not-understood', faults }) : ok(places);
}

function readLine(raw: string): PlaceLine | LineFault['reason'] {
  const parts = raw.split(raw.includes('\t') ? '\t' : ',').map((part) => part.trim());
  const [place = '', people = '', index = ''] = parts;
  if (place === '' || people === '' || parts.length > 3) return 'not-three-parts';
  if (!/^\d{1,9}$/.test(people)) return 'people-not-a-number';
  if (index !== '' && !/^\d{1,8}(\.\d{1,4})?$/.test(index)) return 'index-not-a-number';
  return { place: place.toLowerCase(), population: Number(people), needIndex: index === '' ? null : index };
}
