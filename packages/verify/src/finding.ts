/** Something that is wrong in published data, and the first place where it shows. */
export interface Finding {
  readonly file: string;
  /** Line of a text or CSV file, from 1, or the place in a JSON file as in 'entries[3]'. Null where the file as a whole is meant. */
  readonly row: number | string | null;
  readonly field: string | null;
  /** In plain words. */
  readonly what: string;
}

/** Collects findings; checks go on after one, so that a reader sees all that is wrong. */
export class Findings {
  readonly all: Finding[] = [];

  /** Notes one. `where` is as short as is known: a file, then a row, then a field. */
  add(where: { readonly file: string; readonly row?: number | string; readonly field?: string }, what: string): void {
    this.all.push({ file: where.file, row: where.row ?? null, field: where.field ?? null, what });
  }
}
