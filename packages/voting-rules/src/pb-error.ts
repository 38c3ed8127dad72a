/** The file cannot be read; `line` and `column` count from 1, in characters. */
export class PbFileError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, at: { readonly line: number; readonly column: number }) {
    super(`Line ${at.line}, column ${at.column}: ${message}`);
    this.name = 'PbFileError';
    this.line = at.line;
    this.column = at.column;
  }
}

/** Something odd that a file was read in spite of; `line` counts from 1. */
export interface PbWarning {
  readonly line: number;
  readonly message: string;
}
