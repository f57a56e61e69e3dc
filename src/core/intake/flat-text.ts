import { foldWidth } from './fold.ts';
import { type LineIndex, lineIndex, type Place, type SourceText } from './source-text.ts';

/** A document made ready for reading: what is no part of it cut out, each character still knowing where it stood. */
export interface FlatText {
  readonly file: string;
  /** As written, with what was cut out left away. */
  readonly raw: string;
  /** `raw` for matching: the same length, widths and look-alikes folded. */
  readonly text: string;
  placeOf(from: number, to: number): Place;
  lineOf(offset: number): number;
}

/** A stretch of the source that is no part of the document, and what shall stand in its place. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

/** `cuts` are in order and do not overlap. */
export function flatten(source: SourceText, cuts: readonly Cut[]): FlatText {
  const pieces: string[] = [];
  // For each piece of `raw` where it begins, and where it began in the source.
  const begins: number[] = [];
  const origins: number[] = [];
  let length = 0;
  const take = (piece: string, origin: number): void => {
    if (piece === '') return;
    begins.push(length);
    origins.push(origin);
    pieces.push(piece);
    length += piece.length;
  };
  let at = 0;
  for (const { from, to, instead } of cuts) {
    take(source.text.slice(at, from), at);
    take(instead, from);
    at = to;
  }
  take(source.text.slice(at), at);
  const raw = pieces.join('');
  const lines = lineIndex(source);
  const originOf = (offset: number): number => {
    const piece = lastAtMost(begins, offset);
    return (origins[piece] ?? 0) + (offset - (begins[piece] ?? 0));
  };
  return flatText(source.file, raw, lines, originOf);
}

function flatText(file: string, raw: string, lines: LineIndex, originOf: (offset: number) => number): FlatText {
  const text = foldWidth(raw);
  const lineOf = (offset: number): number => lines.lineAt(originOf(offset));
  return {
    file,
    raw,
    text,
    lineOf,
    placeOf(from, to) {
      let first = from;
      let last = to - 1;
      while (first < last && /\s/.test(raw.charAt(first))) first++;
      while (last > first && /\s/.test(raw.charAt(last))) last--;
      return { file, line: lineOf(first), endLine: lineOf(Math.max(first, last)) };
    },
  };
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
