import { headlinePounds, type Pence, percentOf, sumPence } from '@pursestrings/basics/money';
import type { ReactElement } from 'react';
import { type UiWords, useUiWords } from './words.tsx';

/** What a pound in the purse is doing. The order of the bar is the order of this list. */
export type PursePartKind = 'spent' | 'promised' | 'aside' | 'free';

export interface PursePart {
  readonly kind: PursePartKind;
  readonly pence: Pence;
  /** Where the sum's parts are listed. */
  readonly href?: string | undefined;
  /** Other words than the usual ones, for a bar about one project. */
  readonly words?: string | undefined;
}

export interface PurseBarProps {
  readonly parts: readonly PursePart[];
  /** What the whole bar stands for; the sum of the parts unless given. */
  readonly totalPence?: Pence | undefined;
  /** A low bar for lists. */
  readonly thin?: boolean | undefined;
  /** Leaves the key out, where the words stand beside the bar already. */
  readonly withoutKey?: boolean | undefined;
}

/** One piece of the drawn bar, in percent of its width. */
export interface Piece {
  readonly kind: PursePartKind;
  readonly from: number;
  readonly width: number;
}

/**
 * Where each part of a bar begins and how wide it is, in percent with two decimals. Edges are rounded, not widths, so
 * that the pieces meet exactly and never pass 100. Parts of nothing are left out; none where the total is zero or less.
 */
export function pieces(parts: readonly PursePart[], total: Pence): readonly Piece[] {
  if (total <= 0) return [];
  const edge = (sum: number): number => Math.min(100, Math.round((sum / total) * 10_000) / 100);
  let before = 0;
  const drawn: Piece[] = [];
  for (const part of parts) {
    const after = before + Math.max(0, part.pence);
    const width = Math.round((edge(after) - edge(before)) * 100) / 100;
    if (width > 0) drawn.push({ kind: part.kind, from: edge(before), width });
    before = after;
  }
  return drawn;
}

/** The stacked bar of a purse, with its key in words and whole pounds. Says so in words where the purse is empty. */
export function PurseBar({ parts, totalPence, thin, withoutKey }: PurseBarProps): ReactElement {
  const words = useUiWords();
  const total = totalPence ?? sumPence(parts.map((part) => part.pence));
  if (total <= 0) return <p className="hush">{words.purseIsEmpty}</p>;
  const drawn = pieces(parts, total);
  return (
    <figure className={thin ? 'purse thin' : 'purse'}>
      <svg role="img" aria-label={inWords(parts, total, words)}>
        {drawn.map((piece) => (
          <rect key={piece.kind} className={piece.kind} x={`${piece.from}%`} width={`${piece.width}%`} height="100%" />
        ))}
        {drawn.slice(1).map((piece) => (
          <line key={piece.kind} x1={`${piece.from}%`} x2={`${piece.from}%`} y1="0" y2="100%" />
        ))}
      </svg>
      {withoutKey ? null : <Key parts={parts} words={words} />}
    </figure>
  );
}

function Key({ parts, words }: { readonly parts: readonly PursePart[]; readonly words: UiWords }): ReactElement {
  return (
    <dl className="key">
      {parts.map((part) => (
        <div key={part.kind}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <rect className={part.kind} width="20" height="20" />
          </svg>
          <dt>{part.words ?? partWords(part.kind, words)}</dt>
          <dd className="num">
            {part.href === undefined ? headlinePounds(part.pence) : <a href={part.href}>{headlinePounds(part.pence)}</a>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function partWords(kind: PursePartKind, words: UiWords): string {
  return { spent: words.spent, promised: words.promised, aside: words.setAside, free: words.stillToDecide }[kind];
}

function inWords(parts: readonly PursePart[], total: Pence, words: UiWords): string {
  const list = parts.map((part) => `${(part.words ?? partWords(part.kind, words)).toLowerCase()} ${percentOf(part.pence, total)}%`);
  return words.purseInWords(headlinePounds(total), list.join(', '));
}
