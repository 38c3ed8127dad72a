import type { CountDocument } from './count-document.ts';

/** Two plain English sentences about one project. */
export interface ProjectWords {
  readonly projectId: string;
  /** 'Why the path lights?' or 'Why not the ramp? 204 people backed it.' */
  readonly question: string;
  readonly sentences: readonly [string, string];
}

/** For every project of the document, in its order: why it was chosen or not, in two sentences that a child can follow. */
export function explainInWords(_document: CountDocument): readonly ProjectWords[] {
  throw new Error('The words are being laid.');
}
