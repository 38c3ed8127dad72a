/** A file of the open data: its path from the folder's root, with '/', and its text. */
export interface OpenDataFile {
  readonly path: string;
  readonly text: string;
}

/** A fault: a record that would make a path outside the folder. */
export function unwritable(path: string): RangeError {
  return new RangeError(`Open data cannot be written under the path ${path}.`);
}
