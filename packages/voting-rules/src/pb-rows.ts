import { PbFileError } from './pb-error.ts';

const SEMICOLON = 59;
const QUOTE = 34;
const NEWLINE = 10;

/** Walks through the rows of a `.pb` text: fields split by `;`, a field that begins with `"` runs to its closing `"`, `""` inside it is one `"`. */
export class PbRows {
  /** Where the next row begins. */
  position: number;
  /** The line of the row read last, from 1. */
  line = 0;
  private lineStart = 0;
  private nextLine = 1;
  private fieldStarts: number[] = [];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.position = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The fields of the next row that is not blank, as written but for their quotes; null at the end. */
  next(): string[] | null {
    const { text } = this;
    while (this.position < text.length) {
      this.line = this.nextLine;
      this.lineStart = this.position;
      const fields = this.readRow();
      if (fields.length > 1 || fields[0]?.trim() !== '') return fields;
    }
    return null;
  }

  /** An error about a field of the row read last; the column counts characters from 1. */
  errorAt(message: string, field: number): PbFileError {
    const start = this.fieldStarts[field] ?? this.lineStart;
    return new PbFileError(message, { line: Math.max(1, this.line), column: Math.max(0, start - this.lineStart) + 1 });
  }

  private readRow(): string[] {
    const { text } = this;
    const fields: string[] = [];
    this.fieldStarts = [];
    for (;;) {
      this.fieldStarts.push(this.position);
      fields.push(text.charCodeAt(this.position) === QUOTE ? this.readQuoted() : this.readPlain());
      const end = text.charCodeAt(this.position);
      this.position += 1;
      if (end === SEMICOLON) continue;
      this.nextLine += 1;
      return fields;
    }
  }

  /** Leaves `position` on the `;`, on the line's end, or past the text. */
  private readPlain(): string {
    const { text } = this;
    const from = this.position;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === SEMICOLON || code === NEWLINE) break;
    }
    this.position = at;
    const to = at > from && text.charCodeAt(at) !== SEMICOLON && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    return text.slice(from, to);
  }

  private readQuoted(): string {
    const { text } = this;
    const opened = this.position;
    let value = '';
    let from = opened + 1;
    for (;;) {
      const close = text.indexOf('"', from);
      if (close === -1) throw this.errorAt('A quotation mark is opened and never closed.', this.fieldStarts.length - 1);
      value += text.slice(from, close);
      if (text.charCodeAt(close + 1) !== QUOTE) {
        this.position = close + 1;
        break;
      }
      value += '"';
      from = close + 2;
    }
    for (let at = opened; at < this.position; at += 1) if (text.charCodeAt(at) === NEWLINE) this.nextLine += 1;
    // What follows the closing mark up to the next `;` belongs to the field, as spreadsheets write it.
    return value + this.readPlain();
  }
}
